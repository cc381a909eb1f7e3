/*
 * Looking at what an open file is, before it is read: its form where neither an
 * option nor its ending says it, and whether it is text at all.
 */
#ifndef COPYDESK_BATCH_LOOK_H
#define COPYDESK_BATCH_LOOK_H

#include "batch/file.h"

struct look_options {
	bool nul_separates;  /* NUL bytes separate articles */
	bool separates;	     /* --separator was given, */
	bool headless;	     /* and --no-header: for what has such */
	bool no_pages;	     /* pages, subtitles, what names tell: refused */
	bool tells_pages;    /* that are read: worth a note */
	bool no_programs;    /* of folders, what names tell to be a program's */
	bool no_archives;    /* archives, too, */
	bool named_archives; /* but for those named, which are called so */
};

enum look {
	LOOK_READ,    /* file->format is settled; `why`: a note, or empty */
	LOOK_ARCHIVE, /* it is one: file->archiving */
	LOOK_LEAVE,   /* left alone, and `why` is worth a note */
	LOOK_TROUBLE, /* the user wanted it read: exit 2 */
};

enum look look_at(const struct look_options *options, struct file *file,
		  struct input *input, struct buffer *why);

#endif
