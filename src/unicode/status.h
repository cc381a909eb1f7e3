/* What ICU's errors are to callers. */
#ifndef COPYDESK_UNICODE_STATUS_H
#define COPYDESK_UNICODE_STATUS_H

#include <copydesk.h>

#include <unicode/utypes.h>

static inline enum cd_status icu_status(UErrorCode error)
{
	if (error == U_MEMORY_ALLOCATION_ERROR)
		return CD_NOMEM;
	return U_FAILURE(error) ? CD_INTERNAL : CD_OK;
}

#endif
