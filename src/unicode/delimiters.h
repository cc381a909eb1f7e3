/*
 * The quotation marks of a language, from CLDR through ICU, but for those of
 * which papers set others.
 */
#ifndef COPYDESK_UNICODE_DELIMITERS_H
#define COPYDESK_UNICODE_DELIMITERS_H

#include <copydesk.h>

#define QUOTE_MARK_MAX 8 /* bytes of one mark, with its NUL */

struct quote_pair {
	char open[QUOTE_MARK_MAX], close[QUOTE_MARK_MAX];
};

/*
 * Of French a no-break space is with each guillemet.
 * CLDR knows an outer and an inner pair; a text knows double and single marks.
 * `doubles` is what a typed " means, `singles` a typed '.
 */
struct quote_marks {
	struct quote_pair doubles, singles;
	/* What a typed " means within the guillemets of `doubles`. */
	struct quote_pair inner;
};

/* Those of English, which serve every language that CLDR does not know. */
extern const struct quote_marks quote_marks_english;

/*
 * The marks of the language `lang` (a tag such as "en-GB"; NULL: English).
 * CD_OK, CD_NOMEM or CD_INTERNAL; the machine's locale plays no part.
 */
enum cd_status quote_marks_for(const char *lang, struct quote_marks *marks);

#endif
