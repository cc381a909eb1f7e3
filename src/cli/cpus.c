/* CPUs that the process may use: taskset and cpusets are heeded on Linux. */
#ifdef __linux__
#define _GNU_SOURCE
#include <sched.h>
#endif

#include "cli/cpus.h"

#include <unistd.h>

size_t cpu_count(void)
{
	long count;

#ifdef __linux__
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		return (size_t)CPU_COUNT(&set);
#endif
	count = sysconf(_SC_NPROCESSORS_ONLN);
	return count > 0 ? (size_t)count : 1;
}
