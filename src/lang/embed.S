/* Files of src/lang, byte for byte, as read-only data. */
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

	embed lang_en_boilerplate, "src/lang/en/boilerplate.rules"
	embed lang_en_abbreviations, "src/lang/en/abbreviations.txt"
	embed lang_en_words, "src/lang/en/words.txt"
	embed lang_en_elisions, "src/lang/en/elisions.txt"
	embed lang_en_speech, "src/lang/en/speech.txt"
#ifdef LANG_EN_MODEL
	embed lang_en_model, "src/lang/en/restore.model"
#endif

	.section .note.GNU-stack, "", %progbits
