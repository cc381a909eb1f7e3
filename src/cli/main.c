/* copydesk: the program. */
#include <copydesk.h>

int main(void)
{
	return 0;
}
