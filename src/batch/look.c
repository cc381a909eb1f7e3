/* Looking at what an open file is. */
#include "batch/look.h"

#include <string.h>
#include <strings.h>

#include "reader/counted.h"
#include "reader/sniff.h"
#include "reader/sniff_name.h"
#include "reader/sniff_table.h"
#include "reader/standoff.h"

/* What a file whose form nobody named is taken for. */
static const struct {
	enum format format; /* where --field is given, or is not needed */
	const char *advice;
} contents[] = {
	[CONTENT_TEXT] = { FORMAT_TEXT, NULL },
	[CONTENT_JSONL] = { FORMAT_JSONL, NULL },
	[CONTENT_JSON] = { FORMAT_JSON, "name its --field" },
	[CONTENT_CSV] = { FORMAT_CSV, "name its --field" },
	[CONTENT_TSV] = { FORMAT_TSV, "name its --field" },
	[CONTENT_SSV] = { FORMAT_SSV, "name its --field" },
	[CONTENT_PSV] = { FORMAT_PSV, "name its --field" },
	[CONTENT_XML] = { FORMAT_AUTO, "take the text out first" },
	[CONTENT_HTML] = { FORMAT_TEXT, "take the article out first" },
	[CONTENT_SUBTITLES] = { FORMAT_TEXT, "take their words out first" },
	[CONTENT_MARKUP] = { FORMAT_TEXT, "convert it first" },
	[CONTENT_PROGRAM] = { FORMAT_TEXT, "it has no article" },
	[CONTENT_LICENCE] = { FORMAT_TEXT, "its lines and names are to stay" },
	[CONTENT_MBOX] = { FORMAT_AUTO, "take the messages out first" },
	[CONTENT_RTF] = { FORMAT_AUTO, "convert it first" },
	[CONTENT_WARC] = { FORMAT_WARC, NULL },
	[CONTENT_REFERENCES] = { FORMAT_AUTO, "take the text out first" },
	[CONTENT_CARDS] = { FORMAT_AUTO, "take the text out first" },
	[CONTENT_LATEX] = { FORMAT_AUTO, "convert it first" },
	[CONTENT_MANUAL] = { FORMAT_AUTO, "convert it first" },
	[CONTENT_CODE] = { FORMAT_AUTO, "it has no article" },
	[CONTENT_PATCH] = { FORMAT_AUTO, "it has no article" },
	[CONTENT_SQL] = { FORMAT_AUTO, "export a table first" },
	[CONTENT_CATALOGUE] = { FORMAT_AUTO, "it has no article" },
	[CONTENT_ANNOTATED] = { FORMAT_AUTO, "take the words out first" },
	[CONTENT_PYTHON] = { FORMAT_AUTO, "write it as JSON first" },
	[CONTENT_SETTINGS] = { FORMAT_AUTO, "it has no article" },
	[CONTENT_LOG] = { FORMAT_AUTO, "it has no article" },
	[CONTENT_MAIL] = { FORMAT_AUTO, "take its body out first" },
	[CONTENT_EXPORT] = { FORMAT_AUTO, "split it first" },
	[CONTENT_TAGGED] = { FORMAT_AUTO, "convert it first" },
};

/* What the filter takes for text, and fix would take more from than it gives.
 */
static bool is_for_reading(enum content content)
{
	return content == CONTENT_HTML || content == CONTENT_SUBTITLES ||
	       content == CONTENT_MARKUP || content == CONTENT_PROGRAM ||
	       content == CONTENT_LICENCE;
}

/* What a folder holds beside its texts. */
static bool is_beside(const struct look_options *options,
		      const struct file *file, enum content content)
{
	return !file->named && (options->no_pages || options->no_programs) &&
	       (content == CONTENT_PROGRAM || content == CONTENT_LICENCE);
}

static bool refuses(const struct look_options *options, const struct file *file,
		    enum content content)
{
	if (is_for_reading(content))
		return options->no_pages;
	if (contents[content].format == FORMAT_AUTO)
		return true;
	return contents[content].advice &&
	       file->plan->fields_source == FIELDS_USUAL;
}

static bool peek(struct input *input, bool (*enough)(struct cd_span start),
		 struct cd_span *start, bool *whole, struct buffer *why)
{
	if (input_peek(input, enough, start, whole))
		return true;
	buffer_add_text(why, input->error);
	return false;
}

/* A file called .csv may have semicolons, where commas are decimal. */
static bool settle_dialect(struct file *file, struct input *input,
			   struct buffer *why)
{
	struct cd_span start;
	bool whole;

	if (!peek(input, sniff_dialect_is_enough, &start, &whole, why))
		return false;
	file->format = sniff_dialect(start, whole);
	return true;
}

/* One called .json may have an object a line, one called .jsonl such as go over
 * lines. */
static const struct other {
	enum format named, holds;
	bool (*tells)(struct cd_span start);
	bool (*enough)(struct cd_span start);
} others[] = {
	{ FORMAT_JSON, FORMAT_JSONL, sniff_has_records,
	  sniff_records_is_enough },
	{ FORMAT_JSONL, FORMAT_JSON, sniff_is_spread, sniff_spread_is_enough },
};

static bool settle_other(struct file *file, const struct other *other,
			 struct input *input, struct buffer *why)
{
	struct cd_span start;
	bool whole;

	if (!peek(input, other->enough, &start, &whole, why))
		return false;
	if (other->tells(start))
		file->format = other->holds;
	return true;
}

/* A text has no fields; of a folder some files may be texts. */
static bool allows_fields(const struct file *file, struct buffer *why)
{
	if (!format_is_text(file->format) || !file->named ||
	    file->plan->fields_source != FIELDS_ASKED)
		return true;
	buffer_add_text(why, "is a text, which has no fields: leave out "
			     "--field, or name its --format");
	return false;
}

/* What a file's ending says, looked at; false: see `why`. */
static bool settle_named(struct file *file, struct input *input,
			 struct buffer *why)
{
	if (file->format == FORMAT_CSV)
		return settle_dialect(file, input, why);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (file->format == others[i].named)
			return settle_other(file, &others[i], input, why);
	return allows_fields(file, why);
}

/* What a text may be where fields are asked for: a table that has them. Nothing
 * at all is no text. */
static enum format format_by_field(const struct file *file,
				   struct cd_span start)
{
	enum format format = FORMAT_AUTO;

	if (file->plan->fields_source == FIELDS_USUAL)
		return FORMAT_TEXT;
	if (!start.len)
		return FORMAT_JSONL;
	format = sniff_columns(start, file->plan->fields->names[0]);
	return format == FORMAT_AUTO ? FORMAT_TEXT : format;
}

/* The form by the first bytes; `why` it is refused, or passed over. */
static enum look sniff_format(const struct look_options *options,
			      struct file *file, struct input *input,
			      struct buffer *why)
{
	enum content content;
	struct cd_span start;
	bool whole, page, beside;

	if (!peek(input, sniff_is_enough, &start, &whole, why))
		return LOOK_TROUBLE;
	content = sniff_text(start, whole);
	page = content == CONTENT_HTML;
	if (content == CONTENT_TEXT)
		content = sniff_name(file->name);
	if (content != CONTENT_TEXT)
		file->format = contents[content].format;
	else if (file->format != FORMAT_MARKDOWN)
		file->format = format_by_field(file, start);
	beside = is_beside(options, file, content);
	if (!beside && !refuses(options, file, content)) {
		if (!allows_fields(file, why))
			return LOOK_TROUBLE;
		if (page && options->tells_pages)
			buffer_add_text(why,
					"is an HTML page: its markup stays "
					"(take the article out first)");
		return LOOK_READ;
	}
	buffer_printf(why, "is %s, not text: left alone",
		      content_name(content));
	if (!beside)
		buffer_printf(why,
			      " (%s; --format=text takes all of it for text)",
			      contents[content].advice);
	return beside ? LOOK_LEAVE : LOOK_TROUBLE;
}

/* The form, where neither option nor ending says it. */
static enum look settle_format(const struct look_options *options,
			       struct file *file, struct input *input,
			       struct buffer *why)
{
	bool settled;

	if (file->format == FORMAT_AUTO || file->doubtful)
		return sniff_format(options, file, input, why);
	settled = file->plan->format == FORMAT_AUTO
			  ? settle_named(file, input, why)
			  : allows_fields(file, why);
	return settled ? LOOK_READ : LOOK_TROUBLE;
}

/* Whether NUL bytes say that it is no text. */
static bool is_binary(const struct look_options *options,
		      const struct file *file, const struct input *input)
{
	if (options->nul_separates)
		return false;
	return file->named ? input_binary(input) : input_has_nul(input);
}

/* Whether the user wants this very file read as a text, whatever it is. */
static bool is_wanted(const struct file *file)
{
	return file->named && file->plan->format == FORMAT_TEXT;
}

/* A zip archive is one by its name, too: a .docx is none. */
static enum archiving archiving_of(const struct file *file,
				   const struct input *input)
{
	const enum archiving named = archiving_of_name(file->name);
	const enum archiving found = input_archive(input);

	if (found == ARCHIVING_TAR || named == ARCHIVING_TAR)
		return ARCHIVING_TAR;
	return found == named ? found : ARCHIVING_NONE;
}

#define NO_TEXT_HINT                                                           \
	" (take the text out first; --format=text takes all of it for text)"
#define ARCHIVE_HINT                                                           \
	" (copydesk -o FILE writes it with clean texts; so does fix where "    \
	"its "                                                                 \
	"name says what it is)"

#define ZIP_HINT                                                               \
	" (its list of files is at its end: name it as a file that ends in "   \
	".zip)"

/* What to do with an input that is no text. */
static const char *hint_of(const struct file *file, const struct input *input,
			   const char *foreign)
{
	if (archiving_of(file, input) != ARCHIVING_NONE)
		return ARCHIVE_HINT;
	return foreign && !strcmp(foreign, "a zip archive") ? ZIP_HINT
							    : NO_TEXT_HINT;
}

/* What is no text at all; empty: it may be one. */
static void look_at_bytes(const struct look_options *options,
			  const struct file *file, const struct input *input,
			  struct buffer *why)
{
	const char *foreign = input_foreign(input);

	if (is_wanted(file) || input_is_warc(input))
		return;
	if (foreign)
		buffer_printf(why, "is %s, not text: left alone", foreign);
	else if (is_binary(options, file, input))
		buffer_add_text(why, "binary file, left alone");
	if (why->len && file->named)
		buffer_add_text(why, hint_of(file, input, foreign));
}

/* The start of what the name says, and no more; a text is none. */
static bool is_cut(const struct file *file, const struct input *input,
		   struct buffer *why)
{
	const char *error = input_cut(input, file->name);

	if (error)
		buffer_printf(why, "%s, at its start", error);
	return error != NULL;
}

static bool takes_archive(const struct look_options *options,
			  const struct file *file, enum archiving archiving)
{
	if (options->named_archives)
		return file->named &&
		       archiving == archiving_of_name(file->name);
	return !options->no_archives;
}

/* Whether options that say how it is read are about its form; of a folder some
 * files may have it. */
static bool is_apt(const struct look_options *options, const struct file *file,
		   struct buffer *why)
{
	const char *wrong = NULL;

	if (file->named && options->separates && !format_is_text(file->format))
		wrong = "holds records, which --separator does not part: leave "
			"it out";
	else if (file->named && options->headless &&
		 !format_is_table(file->format))
		wrong = "is no table: leave out --no-header, or name its "
			"--format";
	if (!wrong)
		return true;
	buffer_reset(why);
	buffer_add_text(why, wrong);
	return false;
}

/* A file beside it counts its characters, which would be others. */
static bool is_counted(const struct look_options *options,
		       const struct file *file, struct buffer *why)
{
	struct buffer name;
	bool found;

	if (!(options->no_pages || (options->no_programs && !file->named)) ||
	    !file->annotated || is_wanted(file))
		return false;
	buffer_init(&name);
	found = standoff_beside(file->path, NULL, &name);
	if (found)
		buffer_printf(why,
			      "has annotations in %s, which count its "
			      "characters: left alone%s",
			      buffer_text(&name),
			      file->named ? " (--format=text rewrites it)"
					  : "");
	buffer_release(&name);
	return found;
}

/* What has come: who writes a record may wait for its answer. */
static bool is_any(struct cd_span start)
{
	return start.len > 0;
}

/* Its records count the characters of their texts, which would be others. */
static bool counts_itself(const struct look_options *options,
			  const struct file *file, struct input *input,
			  struct buffer *why)
{
	const bool writes = options->no_pages || options->tells_pages ||
			    (options->no_programs && !file->named);
	struct cd_span start;
	bool whole;

	if (!writes || file->plan->format != FORMAT_AUTO ||
	    (file->format != FORMAT_JSONL && file->format != FORMAT_JSON) ||
	    !peek(input, is_any, &start, &whole, why) ||
	    !counted_has_places(start))
		return false;
	buffer_printf(why,
		      "has annotations that count the characters of its "
		      "texts: left alone (--format=%s rewrites it)",
		      file->format == FORMAT_JSON ? "json" : "jsonl");
	return true;
}

enum look look_at(const struct look_options *options, struct file *file,
		  struct input *input, struct buffer *why)
{
	const enum archiving archiving = archiving_of(file, input);
	enum look found;

	file->packing = input->packing;
	if (is_cut(file, input, why))
		return LOOK_TROUBLE;
	if (archiving != ARCHIVING_NONE &&
	    takes_archive(options, file, archiving)) {
		file->archiving = archiving;
		return LOOK_ARCHIVE;
	}
	look_at_bytes(options, file, input, why);
	if (why->len || is_counted(options, file, why))
		return file->named ? LOOK_TROUBLE : LOOK_LEAVE;
	found = settle_format(options, file, input, why);
	if (found == LOOK_READ && counts_itself(options, file, input, why))
		return file->named ? LOOK_TROUBLE : LOOK_LEAVE;
	return found == LOOK_READ && !is_apt(options, file, why) ? LOOK_TROUBLE
								 : found;
}
