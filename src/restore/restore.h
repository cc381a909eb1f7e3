/*
 * Restoration: a text that lost its case or its marks in, edits out.
 */
#ifndef COPYDESK_RESTORE_RESTORE_H
#define COPYDESK_RESTORE_RESTORE_H

#include "lang/lang.h"
#include "restore/model.h"
#include "text/word_lists.h"

struct restore_task {
	const struct restore_model *model;
	const struct lang *lang; /* its abbreviations; NULL: none known */
	const struct word_lists *lists; /* of its words; NULL: none */
	const char *text;		/* valid UTF-8 */
	size_t len;
	enum restore_loss loss;
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

/*
 * Whether a text that lost its marks kept a space for each: at least one gap
 * in fifty is wider than one space.
 */
bool restore_has_runs(const char *text, size_t len);

/* Tell what was lost. False when memory runs out. */
bool restore_text(const struct restore_task *task);

#endif
