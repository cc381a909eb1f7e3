/* Files of the languages, byte for byte, as read-only data. */
	.macro embed name, path
	.section .rodata
	.balign 64
	.global \name
	.type \name, %object
\name:
	.incbin "\path"
\name\()_end:
	.byte 0
	.size \name, . - \name
	.global \name\()_end
	.endm

#define LANGUAGE(lang)
#define LANG_FILE(lang, file, path) embed lang_##lang##_##file, path
#define LANGUAGE_END
#include <languages.h>

#include "base/notes.S"
