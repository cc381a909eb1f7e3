/*
 * Lyrics with the names of chords above the syllables that they are played at:
 * the spaces between the names say where.
 */
#include "text/preformatted.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define CHORDS 2 /* in a line, at least */

static size_t skip_note(const char *text, size_t at, size_t end)
{
	if (at == end || text[at] < 'A' || text[at] > 'G')
		return at;
	at++;
	return at < end && strchr("#b", text[at]) ? at + 1 : at;
}

/* "m", "maj7", "sus4", "7b5": what a note's chord is like. */
static size_t skip_quality(const char *text, size_t at, size_t end)
{
	static const char *const names[] = { "maj", "min", "dim", "aug",
					     "sus", "add", "m",	  "M",
					     "+",   "b",   "#" };

	while (at < end) {
		size_t i = 0, len = 1;

		for (; i < sizeof(names) / sizeof(*names); i++) {
			len = strlen(names[i]);
			if (bytes_begin(text, end, at, names[i]))
				break;
		}
		if (i == sizeof(names) / sizeof(*names)) {
			if (!ascii_is_digit((unsigned char)text[at]))
				break;
			len = 1;
		}
		at += len;
	}
	return at;
}

/* "Em", "F#m7", "G/B" are the word text[at, end), or the bar between two. */
static bool is_chord(const char *text, size_t at, size_t end)
{
	size_t next = skip_note(text, at, end);

	if (next == at)
		return end - at == 1 && text[at] == '|';
	next = skip_quality(text, next, end);
	if (next < end && text[next] == '/') {
		const size_t bass = skip_note(text, next + 1, end);

		return bass > next + 1 && bass == end;
	}
	return next == end;
}

/* Names of chords alone, and spaces beyond one between two of them. */
static bool has_chords(const char *text, const struct text_line *line)
{
	size_t count = 0, end;
	bool wide = false;

	for (size_t at = line->at; at < line->end; at = end) {
		size_t word = at;

		while (ascii_is_blank((unsigned char)text[word]))
			wide |= text[word++] == '\t';
		wide |= count && word > at + 1;
		for (end = word; end < line->end &&
				 !ascii_is_blank((unsigned char)text[end]);)
			end++;
		if (!is_chord(text, word, end))
			return false;
		count++;
	}
	return wide && count >= CHORDS;
}

bool text_is_chords(const char *text, size_t at, size_t end)
{
	struct text_line line;
	size_t words = 0, chords = 0;

	for (; at < end; at = line.next) {
		text_line_read(&line, text, end, at);
		if (has_chords(text, &line))
			chords++;
		else
			words++;
	}
	return chords && words;
}
