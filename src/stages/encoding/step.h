/*
 * The encoding stage's steps, each in its file. All give text that they leave
 * alone when they see it again.
 */
#ifndef COPYDESK_STAGES_ENCODING_STEP_H
#define COPYDESK_STAGES_ENCODING_STEP_H

#include "edit/pass.h"

/* Entities, whole or without their ampersand. */
void entity_step(struct pass *pass);

/* UTF-8 that was read in another charset. */
void mojibake_step(struct pass *pass);

/* Characters that were lost: U+FFFD, or "â" for ’. */
void lost_step(struct pass *pass);

/* Marks of one byte that were read in another charset of that kind. */
void misread_step(struct pass *pass);

/* Question marks for marks that ASCII has not. */
void question_step(struct pass *pass);

/* Tags, bracket tokens; the note that the text is a whole page. */
void tag_step(struct pass *pass);

/* Backslashes for spaces, line ends and escaped characters. */
void backslash_step(struct pass *pass);

/* Byte order mark, controls, invisible characters, ligatures. */
void character_step(struct pass *pass);

/* Letters and accents composed. */
void compose_step(struct pass *pass);

#endif
