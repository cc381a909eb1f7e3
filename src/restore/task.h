/*
 * What is asked of restoration: a text, what it lost, where the edits go.
 */
#ifndef COPYDESK_RESTORE_TASK_H
#define COPYDESK_RESTORE_TASK_H

#include "lang/lang.h"
#include "restore/least.h"
#include "restore/model.h"
#include "text/word_lists.h"

struct restore_task {
	const struct restore_model *model;
	const struct lang *lang; /* its abbreviations; NULL: none known */
	const struct word_lists *lists; /* of its words; NULL: none */
	const char *text;		/* valid UTF-8 */
	size_t len;
	enum restore_loss loss;
	struct restore_least least;
	bool uppercased; /* its words are in capitals */
	bool wrapped;	 /* its lines are hard-wrapped */
	bool set_apart;	 /* its marks stand between spaces */
	/*
	 * Called for each edit, in ascending order: bytes [at, end) become
	 * `len` bytes of `text`, valid during the call. `confidence` is the
	 * model's confidence in percent.
	 */
	void (*edit)(void *context, size_t at, size_t end, const char *text,
		     size_t len, int confidence);
	/* For tests, or NULL: what each token is made of, and what it gave. */
	void (*token)(void *context, const uint32_t rows[RESTORE_ROWS],
		      const int16_t *logits);
	void *context;
};

#endif
