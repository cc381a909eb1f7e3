/* Edits of a sequence, as the task hears of them. */
#include "restore/writer.h"

#include <string.h>

#include "restore/words.h"

void writer_emit(const struct writer *w, struct restore_edit edit,
		 unsigned per_mille)
{
	if (edit.len == edit.end - edit.at &&
	    !memcmp(w->words->text + edit.at, edit.text, edit.len))
		return;
	edit.at += w->base;
	edit.end += w->base;
	edit.confidence = (int)(per_mille / 10);
	w->task->edit(w->task->context, &edit);
}
