/*
 * What an object of data tells the linker, as objects of code do: the stack is not
 * executable, and branches are guarded. One object without the second note, and
 * nothing that it is linked into is guarded (-fcf-protection).
 */
	.section .note.GNU-stack, "", %progbits
#ifdef __CET__
#include <cet.h>
#endif
