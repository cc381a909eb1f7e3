/* CPUs that the process may use. */
#ifndef COPYDESK_CLI_CPUS_H
#define COPYDESK_CLI_CPUS_H

#include <stddef.h>

/* At least 1. */
size_t cpu_count(void);

#endif
