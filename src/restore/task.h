/*
 * What is asked of restoration: a text, what it lost, where the edits go.
 */
#ifndef COPYDESK_RESTORE_TASK_H
#define COPYDESK_RESTORE_TASK_H

#include "lang/lang.h"
#include "restore/least.h"
#include "restore/model.h"
#include "text/word_lists.h"

struct restore_edit {
	size_t at, end;	  /* bytes that become .. */
	const char *text; /* .. these, valid during the call */
	size_t len;
	int confidence; /* in percent */
	unsigned kinds; /* a bit for each enum restore_kind; 0: spaces go */
};

struct restore_task {
	const struct restore_model *model;
	const struct lang *lang; /* its abbreviations; NULL: none known */
	const struct word_lists *lists; /* of its words; NULL: none */
	const char *text;		/* valid UTF-8 */
	size_t len;
	enum restore_loss loss;
	struct restore_least least;
	bool uppercased; /* its words are in capitals */
	bool cased;	 /* they kept their case */
	bool wrapped;	 /* its lines are hard-wrapped */
	bool set_apart;	 /* its marks are between spaces */
	/* Called for each edit, in ascending order. */
	void (*edit)(void *context, const struct restore_edit *edit);
	/* Called for each edit that is left out, not being sure enough. */
	void (*leave)(void *context, enum restore_kind kind);
	/* For tests, or NULL: what each token is made of, and what it gave. */
	void (*token)(void *context, const uint32_t rows[RESTORE_ROWS],
		      const int16_t *logits);
	void *context;
};

#endif
