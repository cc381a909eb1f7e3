/* Archives and their members. */
#include "support/archiving.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "support/archive_sink.h"
#include "support/packing.h"
#include "support/zip_comments.h"

enum archiving archiving_of_bytes(const char *bytes, size_t len)
{
	if (len >= 4 && (!memcmp(bytes, "PK\x03\x04", 4) ||
			 !memcmp(bytes, "PK\x05\x06", 4)))
		return ARCHIVING_ZIP;
	return len >= ARCHIVING_MAGIC && !memcmp(bytes + 257, "ustar", 5)
		       ? ARCHIVING_TAR
		       : ARCHIVING_NONE;
}

const char *archiving_cut(const char *name, const char *bytes, size_t len)
{
	if (len >= 4 || archiving_of_name(name) != ARCHIVING_ZIP ||
	    memcmp(bytes, "PK\x03\x04", len))
		return NULL;
	return "truncated zip archive";
}

enum archiving archiving_of_name(const char *name)
{
	static const struct {
		const char *ending;
		enum archiving archiving;
	} endings[] = {
		{ ".tar", ARCHIVING_TAR },  { ".zip", ARCHIVING_ZIP },
		{ ".tgz", ARCHIVING_TAR },  { ".tzst", ARCHIVING_TAR },
		{ ".txz", ARCHIVING_TAR },  { ".tbz2", ARCHIVING_TAR },
		{ ".tlz4", ARCHIVING_TAR },
	};
	const size_t whole = strlen(name);
	size_t len;

	packing_of_name(name, &len);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		const char *ending = endings[i].ending;
		const size_t size = strlen(ending);
		const bool is_tar = !strcmp(ending, ".tar");
		const size_t end = is_tar ? len : whole;

		if (end > size && name[end - size] == '.' &&
		    !strncasecmp(name + end - size, ending, size))
			return endings[i].archiving;
	}
	return ARCHIVING_NONE;
}

/*
 * libarchive converts names by the locale: in that of C it warns of each that
 * is not ASCII, and writes it as bytes of no charset.
 */
struct tongue {
	locale_t locale; /* (locale_t)0: there is none */
	locale_t before;
};

static void tongue_init(struct tongue *tongue)
{
	tongue->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

static void tongue_release(struct tongue *tongue)
{
	if (tongue->locale)
		freelocale(tongue->locale);
}

static void tongue_enter(struct tongue *tongue)
{
	if (tongue->locale)
		tongue->before = uselocale(tongue->locale);
}

static void tongue_leave(struct tongue *tongue)
{
	if (tongue->locale)
		uselocale(tongue->before);
}

struct member {
	struct archive_entry *entry;
	char *path; /* without "./" before it */
};

/* Takes the entry. */
static struct member *member_new(struct archive_entry *entry)
{
	struct member *member = calloc(1, sizeof(*member));
	const char *path = entry ? archive_entry_pathname(entry) : NULL;

	while (path && !strncmp(path, "./", 2))
		path += 2 + strspn(path + 2, "/");
	if (member && entry) {
		member->entry = entry;
		member->path = strdup(path ? path : "");
	} else {
		archive_entry_free(entry);
	}
	if (member && member->path)
		return member;
	member_free(member);
	return NULL;
}

struct member *member_of_file(const char *path, const struct stat *info)
{
	struct archive_entry *entry = archive_entry_new();

	if (!entry)
		return NULL;
	archive_entry_set_pathname(entry, path);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, info->st_mode & 0777);
	archive_entry_set_mtime(entry, info->st_mtim.tv_sec, 0);
	return member_new(entry);
}

void member_free(struct member *member)
{
	if (!member)
		return;
	archive_entry_free(member->entry);
	free(member->path);
	free(member);
}

const char *member_path(const struct member *member)
{
	return member->path;
}

bool member_has_path(const struct member *member)
{
	return archive_entry_pathname(member->entry) != NULL;
}

bool member_is_file(const struct member *member)
{
	return archive_entry_filetype(member->entry) == AE_IFREG &&
	       !archive_entry_hardlink(member->entry);
}

const char *member_link(const struct member *member)
{
	const char *hard = archive_entry_hardlink(member->entry);

	return hard ? hard : archive_entry_symlink(member->entry);
}

uint64_t member_size(const struct member *member)
{
	const int64_t size = archive_entry_size(member->entry);

	return size > 0 ? (uint64_t)size : 0;
}

void member_stat(const struct member *member, struct stat *info)
{
	memset(info, 0, sizeof(*info));
	info->st_mode = S_IFREG | (archive_entry_perm(member->entry) & 0777);
	info->st_size = (off_t)member_size(member);
	info->st_nlink = 1;
}

bool member_stays_inside(const struct member *member)
{
	const char *at = member->path;

	/* "./" is the folder itself. */
	if (!*at)
		return archive_entry_filetype(member->entry) == AE_IFDIR;
	if (*at == '/')
		return false;
	for (; *at; at += strcspn(at, "/"), at += *at == '/') {
		if (strcspn(at, "/") == 2 && !strncmp(at, "..", 2))
			return false;
	}
	return true;
}

struct unarchiver {
	struct archive *archive;
	struct tongue tongue;
	ssize_t (*read)(void *context, char *to, size_t len);
	const char *(*error)(void *context);
	void *context;
	bool opened;
	bool empty;	     /* it has none */
	bool found;	     /* a member */
	const char *nothing; /* why there is none; static */
	char block[65536];
};

static la_ssize_t give_block(struct archive *archive, void *data,
			     const void **block)
{
	struct unarchiver *unarchiver = data;
	const ssize_t got =
		unarchiver->read(unarchiver->context, unarchiver->block,
				 sizeof(unarchiver->block));

	*block = unarchiver->block;
	if (got < 0)
		archive_set_error(archive, errno, "%s",
				  unarchiver->error(unarchiver->context));
	return got;
}

static struct unarchiver *unarchiver_new(int (*format)(struct archive *archive))
{
	struct unarchiver *unarchiver = calloc(1, sizeof(*unarchiver));

	if (!unarchiver)
		return NULL;
	tongue_init(&unarchiver->tongue);
	unarchiver->archive = archive_read_new();
	if (unarchiver->archive && format(unarchiver->archive) == ARCHIVE_OK)
		return unarchiver;
	unarchiver_free(unarchiver);
	return NULL;
}

struct unarchiver *
unarchiver_tar(ssize_t (*read)(void *context, char *to, size_t len),
	       const char *(*error)(void *context), void *context)
{
	struct unarchiver *unarchiver =
		unarchiver_new(archive_read_support_format_tar);

	if (!unarchiver)
		return NULL;
	/* Else what comes after the first end is lost without a word. */
	archive_read_set_options(unarchiver->archive,
				 "read_concatenated_archives");
	unarchiver->nothing = "truncated or damaged tar archive";
	unarchiver->read = read;
	unarchiver->error = error;
	unarchiver->context = context;
	unarchiver->opened =
		archive_read_open(unarchiver->archive, unarchiver, NULL,
				  give_block, NULL) == ARCHIVE_OK;
	return unarchiver;
}

struct unarchiver *unarchiver_zip(int fd)
{
	struct unarchiver *unarchiver =
		unarchiver_new(archive_read_support_format_zip_seekable);

	if (!unarchiver)
		return NULL;
	unarchiver->nothing = "truncated zip archive: its list of files, at "
			      "its end, is missing";
	unarchiver->empty = zip_is_empty(fd);
	unarchiver->opened = archive_read_open_fd(unarchiver->archive, fd,
						  65536) == ARCHIVE_OK;
	return unarchiver;
}

void unarchiver_free(struct unarchiver *unarchiver)
{
	if (!unarchiver)
		return;
	archive_read_free(unarchiver->archive);
	tongue_release(&unarchiver->tongue);
	free(unarchiver);
}

enum unarchiver_status unarchiver_next(struct unarchiver *unarchiver,
				       struct member **member)
{
	struct archive_entry *entry;
	int status;

	if (unarchiver->empty)
		return UNARCHIVER_END;
	if (!unarchiver->opened)
		return UNARCHIVER_FAILED;
	tongue_enter(&unarchiver->tongue);
	status = archive_read_next_header(unarchiver->archive, &entry);
	*member = status == ARCHIVE_OK || status == ARCHIVE_WARN
			  ? member_new(archive_entry_clone(entry))
			  : NULL;
	tongue_leave(&unarchiver->tongue);
	unarchiver->found |= *member != NULL;
	if (*member)
		return UNARCHIVER_MEMBER;
	return status == ARCHIVE_EOF ? UNARCHIVER_END : UNARCHIVER_FAILED;
}

ssize_t unarchiver_read(struct unarchiver *unarchiver, char *to, size_t len)
{
	const la_ssize_t got = archive_read_data(unarchiver->archive, to, len);

	return got < 0 ? -1 : got;
}

const char *unarchiver_error(struct unarchiver *unarchiver)
{
	const char *error = archive_error_string(unarchiver->archive);

	/* Which format it is, is known here. */
	if (!unarchiver->found && error && strstr(error, "Unrecognized"))
		return unarchiver->nothing;
	if (error && (strstr(error, "Passphrase") || strstr(error, "ncrypt")))
		return "is encrypted: unpack the archive with its password "
		       "first";
	return error ? error : "out of memory";
}

struct archiver {
	struct archive *archive;
	struct tongue tongue;
	struct archive_sink sink;
};

static bool open_archive(struct archiver *archiver, enum archiving archiving)
{
	struct archive *archive = archiver->archive;

	return archive &&
	       (archiving == ARCHIVING_ZIP
			? archive_write_set_format_zip(archive)
			: archive_write_set_format_pax(archive)) ==
		       ARCHIVE_OK &&
	       archive_write_set_bytes_in_last_block(
		       archive, archiving == ARCHIVING_ZIP) == ARCHIVE_OK &&
	       archive_sink_open(&archiver->sink, archive);
}

struct archiver *archiver_new(enum archiving archiving,
			      bool (*write)(void *context, const char *bytes,
					    size_t len),
			      void *context)
{
	struct archiver *archiver = calloc(1, sizeof(*archiver));

	if (!archiver)
		return NULL;
	tongue_init(&archiver->tongue);
	archiver->sink = (struct archive_sink){ write, context, false };
	archiver->archive = archive_write_new();
	if (open_archive(archiver, archiving))
		return archiver;
	archiver_free(archiver);
	return NULL;
}

void archiver_free(struct archiver *archiver)
{
	if (!archiver)
		return;
	archive_sink_free(&archiver->sink, archiver->archive);
	tongue_release(&archiver->tongue);
	free(archiver);
}

bool archiver_member(struct archiver *archiver, const struct member *member,
		     uint64_t size)
{
	struct archive_entry *entry = archive_entry_clone(member->entry);
	const size_t len = strlen(member->path);
	/* Else a zip archive would say so of a path in another charset. */
	const bool is_utf8 = utf8_valid_prefix(member->path, len) == len;
	int status;

	if (!entry)
		return false;
	if (member_is_file(member))
		archive_entry_set_size(entry, (int64_t)size);
	/* Its holes are written as zeros. */
	archive_entry_sparse_clear(entry);
	if (is_utf8)
		tongue_enter(&archiver->tongue);
	status = archive_write_header(archiver->archive, entry);
	if (is_utf8)
		tongue_leave(&archiver->tongue);
	archive_entry_free(entry);
	return status == ARCHIVE_OK || status == ARCHIVE_WARN;
}

bool archiver_write(struct archiver *archiver, const char *bytes, size_t len)
{
	return archive_sink_write(archiver->archive, bytes, len);
}

bool archiver_end(struct archiver *archiver)
{
	return archive_write_close(archiver->archive) == ARCHIVE_OK;
}

const char *archiver_error(struct archiver *archiver)
{
	const char *error = archive_error_string(archiver->archive);

	return error ? error : "cannot be written";
}
