/* Slots of the queue to the sink: the writing side. */
#include <stdio.h>

#include "batch/driver.h"
#include "batch/run.h"
#include "support/complain.h"

static void forget_file(struct run *run, struct file *file)
{
	pthread_mutex_lock(&run->lock);
	for (struct file **at = &run->files; *at; at = &(*at)->next) {
		if (*at == file) {
			*at = file->next;
			break;
		}
	}
	pthread_mutex_unlock(&run->lock);
	file_free(file);
}

static void hand_on_chunk(struct sink *sink, struct slot *slot)
{
	struct file *file = slot->file;
	struct outcome *outcome = &slot->outcome;

	if (slot->no_memory) {
		complain(file->name, "out of memory");
		sink->tally.trouble++;
		file->failed = true;
		return;
	}
	complain_lines(&outcome->messages);
	tally_add(&sink->tally, &outcome->tally);
	tally_add(&file->tally, &outcome->tally);
	sink->stats.bytes += slot->chunk.text.len;
	sink->chunk(sink, file, &slot->chunk, outcome);
}

/* Of a part of a file so few records may lack what the others have. */
#define FEW_RECORDS 10

/* Records and none with the text: --field is wrong, and nothing was done. */
static void check_field(const struct driver *driver, const struct file *file)
{
	const bool is_part =
		driver->share.of && driver->progress.all_files == 1;
	const size_t few = is_part ? FEW_RECORDS : 0;
	struct sink *sink = driver->sink;
	const char *name = file->plan->fields->names[0];
	struct buffer what, pointer;

	if (file->failed || file->tally.records <= few || file->tally.fields)
		return;
	buffer_init(&what);
	buffer_printf(&what,
		      "no record has a text in the field '%s': see --field",
		      name);
	buffer_init(&pointer);
	if (!format_is_table(file->format) && fields_pointer(name, &pointer) &&
	    pointer.len && buffer_text(&pointer))
		buffer_printf(&what, " (a member of a member is --field=%s)",
			      pointer.bytes);
	else if (file->format == FORMAT_JSON && *name == '/' &&
		 file->tally.records > 1)
		buffer_printf(&what, " (of each element is --field=/*%s)",
			      name);
	buffer_release(&pointer);
	complain(file->name, buffer_text(&what) ? what.bytes : "out of memory");
	sink->tally.trouble++;
	buffer_release(&what);
}

void run_hand_on(void *context, struct slot *slot)
{
	struct run *run = context;
	struct sink *sink = run->driver->sink;
	struct file *file = slot->file;

	if (slot->message.len || slot->outcome.messages.len)
		progress_clear(&run->driver->progress);
	complain_lines(&slot->message);
	sink->tally.trouble += slot->trouble;
	if (!file)
		sink->stats.unread += slot->trouble;
	if (slot->begins && sink->begin)
		file->dropped = !sink->begin(sink, file);
	if (slot->has_chunk && !file->dropped && !file->failed && !sink->broken)
		hand_on_chunk(sink, slot);
	progress_show(&run->driver->progress, file, &sink->tally);
	if (!slot->ends)
		return;
	file->failed |= slot->failed;
	check_field(run->driver, file);
	if (sink->end)
		sink->end(sink, file);
	if (file->format != FORMAT_BYTES)
		stats_file(file->stats ? file->stats : &sink->stats, file);
	else
		sink->stats.unread += file->failed;
	progress_file(&run->driver->progress, file);
	forget_file(run, file);
}
