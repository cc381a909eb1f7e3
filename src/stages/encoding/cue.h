/* What a line of subtitles is: times, numbers, what is not shown, text. */
#ifndef COPYDESK_STAGES_ENCODING_CUE_H
#define COPYDESK_STAGES_ENCODING_CUE_H

#include "stages/stage.h"

struct cue_line {
	size_t at, end; /* without white space around; never empty */
};

/* The next line with text, from byte *next on, and where the one below begins.
 */
bool cue_next_line(const struct pass *pass, size_t *next,
		   struct cue_line *line);

/* "00:00:01,000 --> 00:00:04,000", or SubViewer's two. */
bool cue_is_times(const struct pass *pass, struct cue_line line);

/* "0:00", alone; its seconds. */
bool cue_is_time(const struct pass *pass, struct cue_line line);
size_t cue_seconds(const struct pass *pass, struct cue_line line);

bool cue_is_number(const struct pass *pass, struct cue_line line);

/* Where what is no word at text[at] ends; `at`, and of a voice 0: it is none.
 */
size_t cue_bracket_end(const struct pass *pass, struct cue_line line);
size_t cue_voice_end(const struct pass *pass, size_t at, size_t end);
size_t cue_tag_end(const struct pass *pass, size_t at);
size_t cue_command_end(const struct pass *pass, size_t at, size_t end);

/* In a file of WebVTT: where what is below goes on, or 0, if the line is shown.
 */
size_t cue_unseen_end(const struct pass *pass, struct cue_line line,
		      size_t next);

#endif
