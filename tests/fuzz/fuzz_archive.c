/*
 * Archives. `fix` replaces one whole or leaves each byte of it; its members
 * stay as many and keep their names; a second run changes nothing; and `-o` of
 * the same archive writes the same members. The first byte chooses what it is
 * packed in, and whether the bytes are a file's or those of members that are
 * written to one, and then damaged.
 */
#define _GNU_SOURCE
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/parse.h"
#include "reader/input.h"

#define MEMBERS 16 /* at most that are written */
#define READ 400   /* at most that are compared */

static const struct kind {
	const char *name;
	enum archiving archiving;
	enum packing packing;
} kinds[] = {
	{ "a.tar", ARCHIVING_TAR, PACKING_NONE },
	{ "a.zip", ARCHIVING_ZIP, PACKING_NONE },
	{ "a.tar.gz", ARCHIVING_TAR, PACKING_GZIP },
	{ "a.tar.zst", ARCHIVING_TAR, PACKING_ZSTD },
	{ "a.tar.xz", ARCHIVING_TAR, PACKING_XZ },
	{ "a.tar.bz2", ARCHIVING_TAR, PACKING_BZIP2 },
	{ "a.tar.lz4", ARCHIVING_TAR, PACKING_LZ4 },
	{ "a.txt.gz", ARCHIVING_NONE, PACKING_GZIP },
};

#define KINDS (sizeof(kinds) / sizeof(*kinds))
#define CHEAP 3	 /* of them, which three runs in four take: xz wants 64 MB */
#define PICKS 32 /* of the first byte */

static const struct kind *kind_of(uint8_t byte)
{
	const size_t pick = byte % PICKS;

	return &kinds[pick < KINDS ? pick : pick % CHEAP];
}

static const char *const names[] = {
	"one.txt",	     "folder/two.txt",	 "rows.csv",
	"posts.jsonl",	     "picture.png",	 "./three.txt",
	"vier-\xC3\xBC.txt", ".hidden/five.txt", "page.html",
	"inner.txt.gz",	     "../out.txt",	 "no-ending",
};

struct listing {
	size_t count, inside;
	uint64_t hashes[READ]; /* of path, kind and bytes */
	uint64_t paths[READ];
	bool whole; /* read up to the end */
};

/* --- the file --------------------------------------------------------- */

static bool add_bytes(void *context, const char *bytes, size_t len)
{
	buffer_add(context, bytes, len);
	return true;
}

static uint64_t hash_of(uint64_t hash, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
	return hash;
}

/* A member of these bytes: the first chooses its name. */
static void add_member(struct archiver *archiver, const char *bytes, size_t len)
{
	const struct stat info = { .st_mode = S_IFREG | 0644 };
	const unsigned char first = len ? (unsigned char)*bytes : 0;
	struct member *member;

	member = member_of_file(names[first % 12], &info);
	FUZZ_HOLD(member);
	bytes += len > 0;
	len -= len > 0;
	if (archiver_member(archiver, member, len))
		FUZZ_HOLD(archiver_write(archiver, bytes, len));
	member_free(member);
}

/* An archive whose members are what is between NUL bytes. */
static void write_members(enum archiving archiving, const char *bytes,
			  size_t len, struct buffer *out)
{
	struct archiver *archiver = archiver_new(archiving, add_bytes, out);

	FUZZ_HOLD(archiver);
	for (size_t i = 0; i < MEMBERS && len; i++) {
		const size_t part = i + 1 < MEMBERS ? strnlen(bytes, len) : len;

		add_member(archiver, bytes, part);
		bytes += part + (part < len);
		len -= part + (part < len);
	}
	FUZZ_HOLD(archiver_end(archiver));
	archiver_free(archiver);
}

static void pack(enum packing packing, struct buffer *bytes)
{
	struct buffer out;
	struct packer *packer;

	if (packing == PACKING_NONE)
		return;
	buffer_init(&out);
	packer = packer_new(packing, add_bytes, &out);
	FUZZ_HOLD(packer);
	FUZZ_HOLD(packer_write(packer, bytes->bytes, bytes->len));
	FUZZ_HOLD(packer_end(packer));
	packer_free(packer);
	buffer_release(bytes);
	*bytes = out;
}

/* Each damage is a place, two bytes, and what is changed there. */
static size_t damage(struct buffer *bytes, size_t count, const uint8_t *data,
		     size_t size)
{
	size_t i = 0;

	for (; i < count && (i + 1) * 3 <= size && bytes->len; i++) {
		const size_t at = data[i * 3] | (size_t)data[i * 3 + 1] << 8;

		bytes->bytes[at % bytes->len] ^= (char)data[i * 3 + 2];
	}
	return i * 3;
}

static void make(const struct kind *kind, const uint8_t *data, size_t size,
		 struct buffer *bytes)
{
	const size_t count = data[1] % 4, used = count * 3;
	const char *rest = (const char *)data + 2;
	const size_t left = size - 2;

	if (data[0] & 0x80 || left < used) {
		buffer_add(bytes, rest, left);
		return;
	}
	if (kind->archiving == ARCHIVING_NONE)
		buffer_add(bytes, rest + used, left - used);
	else
		write_members(kind->archiving, rest + used, left - used, bytes);
	if (data[0] & 0x40)
		damage(bytes, count, data + 2, left);
	pack(kind->packing, bytes);
	if (!(data[0] & 0x40))
		damage(bytes, count, data + 2, left);
	if (data[1] & 0x80 && bytes->len)
		bytes->len -= data[1] / 4 % bytes->len;
}

/* --- what is in it ---------------------------------------------------- */

static uint64_t hash_member(struct unarchiver *from, struct member *member,
			    bool *whole)
{
	uint64_t hash = hash_of(member_is_file(member), member_path(member),
				strlen(member_path(member)));
	char block[700];
	ssize_t got = 0;

	while (member_is_file(member)) {
		got = unarchiver_read(from, block, sizeof(block));
		if (got <= 0)
			break;
		hash = hash_of(hash, block, (size_t)got);
	}
	*whole = got == 0;
	return hash;
}

static void list_members(struct unarchiver *from, struct listing *listing)
{
	enum unarchiver_status status;
	struct member *member;
	bool whole = true;

	while (whole && listing->count < READ) {
		status = unarchiver_next(from, &member);
		listing->whole = status == UNARCHIVER_END;
		if (status == UNARCHIVER_FAILED)
			FUZZ_HOLD(*unarchiver_error(from));
		if (status != UNARCHIVER_MEMBER)
			return;
		listing->paths[listing->count] = hash_of(
			1, member_path(member), strlen(member_path(member)));
		listing->hashes[listing->count++] =
			hash_member(from, member, &whole);
		listing->inside += member_stays_inside(member);
		member_free(member);
	}
}

static void list(const struct kind *kind, const char *name,
		 struct listing *listing)
{
	const struct input_options options = { .nul_separates = true };
	const int fd = open(name, O_RDONLY | O_CLOEXEC);
	struct unarchiver *from = NULL;
	struct input input = { .source = { 0 } };

	FUZZ_HOLD(fd >= 0);
	memset(listing, 0, sizeof(*listing));
	if (kind->archiving == ARCHIVING_ZIP)
		from = unarchiver_zip(fd);
	else if (input_start(&input, fd, &options))
		from = unarchiver_tar(input_read_any, input_error_any, &input);
	if (from)
		list_members(from, listing);
	unarchiver_free(from);
	input_stop(&input);
	close(fd);
}

/* --- the program ------------------------------------------------------ */

static void write_file(const char *name, const struct buffer *bytes)
{
	FILE *file = fopen(name, "wb");

	FUZZ_HOLD(file);
	FUZZ_HOLD(fwrite(bytes->bytes, 1, bytes->len, file) == bytes->len);
	FUZZ_HOLD(fclose(file) == 0);
}

static void read_file_to(const char *name, struct buffer *bytes)
{
	buffer_init(bytes);
	FUZZ_HOLD(read_whole(name, AS_MODEL, bytes));
}

/* One desk for all commands: making it would take most of the time. */
static const struct setup *setup_once(const struct options *options)
{
	static struct setup setup;

	if (!setup.desk)
		FUZZ_HOLD(setup_desk(&setup, options));
	return &setup;
}

/* The command without its messages. */
static int run(int argc, char **argv)
{
	FILE *const error = stderr;
	struct options options;
	const struct setup *setup;
	int status;

	stderr = fopen("/dev/null", "wb");
	FUZZ_HOLD(stderr);
	optind = 0; /* getopt() begins anew */
	FUZZ_HOLD(options_parse(&options, argc, argv));
	setup = setup_once(&options);
	status = options.command == COMMAND_FIX
			 ? command_fix(&options, setup)
			 : command_filter(&options, setup);
	options_release(&options);
	fclose(stderr);
	stderr = error;
	return status;
}

static int fix(const char *name)
{
	char *arguments[] = { "copydesk",    "fix",	   "-j1", "-q",
			      "--no-config", (char *)name, NULL };

	return run(6, arguments);
}

static int filter(const char *name, const char *to)
{
	char *arguments[] = { "copydesk",    "-j1", "-q",
			      "--no-config", "-o",  (char *)to,
			      (char *)name,  NULL };

	return run(7, arguments);
}

/* The folder that holds the file and no others. */
static const char *folder_path(void)
{
	static char folder[64];
	const char *where = getenv("TMPDIR");

	if (*folder)
		return folder;
	if (!where) /* in memory, where there is such a folder */
		where = access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm";
	snprintf(folder, sizeof(folder), "%.40s/fuzz-archive-XXXXXX", where);
	FUZZ_HOLD(mkdtemp(folder));
	return folder;
}

/* A file in it; free() the path. */
static char *path_of(const char *name)
{
	char *path;

	FUZZ_HOLD(asprintf(&path, "%s/%s", folder_path(), name) > 0);
	return path;
}

static size_t count_files(void)
{
	DIR *folder = opendir(folder_path());
	size_t count = 0;

	FUZZ_HOLD(folder);
	while (readdir(folder))
		count++;
	closedir(folder);
	return count - 2; /* "." and ".." */
}

static bool same(const struct buffer *a, const struct buffer *b)
{
	return a->len == b->len &&
	       (!a->len || !memcmp(a->bytes, b->bytes, a->len));
}

/* --- what holds ------------------------------------------------------- */

struct subject {
	const struct kind *kind;
	char *path, *out; /* owned */
	struct listing was;
};

static void check_replaced(const struct subject *subject, int status)
{
	const struct listing *was = &subject->was;
	struct listing now, other;

	FUZZ_HOLD(was->whole || was->count == READ);
	list(subject->kind, subject->path, &now);
	FUZZ_HOLD(now.whole || now.count == READ);
	FUZZ_HOLD(now.count == was->count);
	FUZZ_HOLD(now.inside == was->inside);
	for (size_t i = 0; i < now.count; i++)
		FUZZ_HOLD(now.paths[i] == was->paths[i]);
	if (status || was->inside != was->count)
		return;
	list(&kinds[0], subject->out, &other);
	FUZZ_HOLD(other.count == now.count);
	for (size_t i = 0; i < now.count; i++)
		FUZZ_HOLD(other.hashes[i] == now.hashes[i]);
}

static void check_again(const char *path, const struct buffer *first)
{
	struct buffer second;

	fix(path);
	read_file_to(path, &second);
	FUZZ_HOLD(same(first, &second));
	buffer_release(&second);
}

/* A zip archive is one by its first bytes, too: else the file is a text. */
static bool is_archive(const struct kind *kind, const struct buffer *bytes)
{
	return kind->archiving == ARCHIVING_TAR ||
	       (kind->archiving == ARCHIVING_ZIP &&
		archiving_of_bytes(bytes->bytes, bytes->len) == ARCHIVING_ZIP);
}

static void check(struct subject *subject, const struct buffer *bytes)
{
	const bool archive = is_archive(subject->kind, bytes);
	struct buffer first;
	int status;

	write_file(subject->path, bytes);
	if (archive) {
		list(subject->kind, subject->path, &subject->was);
		filter(subject->path, subject->out);
	}
	status = fix(subject->path);
	FUZZ_HOLD(status == EXIT_CLEAN || status == EXIT_TROUBLE);
	read_file_to(subject->path, &first);
	if (!same(bytes, &first) && archive)
		check_replaced(subject, status);
	/* an empty file is one of no text, whatever its name */
	if (archive && bytes->len && !subject->was.whole &&
	    subject->was.count < READ)
		FUZZ_HOLD(status == EXIT_TROUBLE && same(bytes, &first));
	check_again(subject->path, &first);
	buffer_release(&first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct subject subject;
	struct buffer bytes;

	if (size < 2)
		return 0;
	subject.kind = kind_of(data[0]);
	subject.path = path_of(subject.kind->name);
	subject.out = path_of("out.tar");
	buffer_init(&bytes);
	make(subject.kind, data, size, &bytes);
	check(&subject, &bytes);
	unlink(subject.out);
	FUZZ_HOLD(count_files() == 1);
	unlink(subject.path);
	buffer_release(&bytes);
	free(subject.path);
	free(subject.out);
	return 0;
}
