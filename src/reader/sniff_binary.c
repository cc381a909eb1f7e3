/* Bytes that are no text, by their first ones. */
#include "reader/sniff.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define HEAD 16	  /* bytes in which a text has no numbers */
#define NUMBERS 4 /* that a text does not have */
#define NUMBER 8  /* bytes of one, at most */

/* What begins with a letter goes on with a byte that no word has. */
static const struct {
	const char *name, *magic;
	size_t len, at;
} known[] = {
	/* clang-format off */
	{ "gzip data", "\x1F\x8B", 2, 0 },
	{ "Zstandard data", "\x28\xB5\x2F\xFD", 4, 0 },
	{ "xz data", "\xFD\x37zXZ\0", 6, 0 },
	{ "LZ4 data", "\x04\x22\x4D\x18", 4, 0 },
	{ "bzip2 data", "BZh91AY&SY", 10, 0 },
	{ "compress data", "\x1F\x9D", 2, 0 },
	{ "lzip data", "LZIP\x01", 5, 0 },
	{ "LZMA data", "\x5D\0\0", 3, 0 },
	{ "Snappy data", "\xFF\x06\0\0sNaPpY", 10, 0 },
	/* The first file of a zip archive says what it holds. */
	{ "an EPUB book", "mimetypeapplication/epub+zip", 28, 30 },
	{ "an OpenDocument file", "mimetypeapplication/vnd.oasis", 29, 30 },
	{ "a Word, Excel or PowerPoint document", "[Content_Types].xml", 19,
	  30 },
	{ "a zip archive", "PK\x03\x04", 4, 0 },
	{ "an empty zip archive", "PK\x05\x06", 4, 0 },
	{ "a 7z archive", "7z\xBC\xAF", 4, 0 },
	{ "a rar archive", "Rar!\x1A\x07", 6, 0 },
	{ "a tar archive", "ustar", 5, 257 },
	{ "an ar archive", "!<arch>\n", 8, 0 },
	{ "a cabinet", "MSCF\0\0", 6, 0 },
	{ "a PDF document", "%PDF-", 5, 0 },
	{ "a PostScript document", "%!PS", 4, 0 },
	{ "a Word or Excel document", "\xD0\xCF\x11\xE0", 4, 0 },
	{ "a DjVu document", "AT&TFORM", 8, 0 },
	{ "a Mobipocket book", "BOOKMOBI", 8, 60 },
	{ "an SQLite database", "SQLite format 3", 16, 0 },
	{ "a Parquet file", "PAR1", 4, 0 },
	{ "an Arrow file", "ARROW1", 6, 0 },
	{ "an Arrow stream", "\xFF\xFF\xFF\xFF", 4, 0 },
	{ "a Feather file", "FEA1", 4, 0 },
	{ "an Avro file", "Obj\x01", 4, 0 },
	{ "an ORC file", "ORC\x11", 4, 0 },
	{ "an ORC file", "ORC\x0A", 4, 0 },
	{ "a Hadoop sequence file", "SEQ\x06", 4, 0 },
	{ "an HDF5 file", "\x89HDF\r\n\x1A\n", 8, 0 },
	{ "a NumPy array", "\x93NUMPY", 6, 0 },
	{ "pickled Python objects", "\x80\x02", 2, 0 },
	{ "pickled Python objects", "\x80\x03", 2, 0 },
	{ "pickled Python objects", "\x80\x04\x95", 3, 0 },
	{ "pickled Python objects", "\x80\x05\x95", 3, 0 },
	{ "R data", "RDX2\n", 5, 0 },
	{ "R data", "RDX3\n", 5, 0 },
	{ "a property list", "bplist0", 7, 0 },
	{ "an ELF program", "\x7F" "ELF", 4, 0 },
	{ "a Java class", "\xCA\xFE\xBA\xBE", 4, 0 },
	{ "a Windows program", "MZ\x90\0", 4, 0 },
	{ "a WebAssembly program", "\0asm", 4, 0 },
	{ "a PNG image", "\x89PNG", 4, 0 },
	{ "a JPEG image", "\xFF\xD8\xFF", 3, 0 },
	{ "a GIF image", "GIF8", 4, 0 },
	{ "a TIFF image", "II*\0", 4, 0 },
	{ "a TIFF image", "MM\0*", 4, 0 },
	{ "an MP3 recording", "ID3\x03\0", 5, 0 },
	{ "an MP3 recording", "ID3\x04\0", 5, 0 },
	{ "an Ogg recording", "OggS\0", 5, 0 },
	{ "a FLAC recording", "fLaC\0", 5, 0 },
	{ "an MP4 film", "\0\0\0\x18" "ftyp", 8, 0 },
	{ "an MP4 film", "\0\0\0\x1C" "ftyp", 8, 0 },
	{ "an MP4 film", "\0\0\0\x20" "ftyp", 8, 0 },
	{ "a Matroska film", "\x1A\x45\xDF\xA3", 4, 0 },
	/* clang-format on */
};

const char *sniff_binary(const char *raw, size_t len)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		/* Most differ in their first byte: no call for these. */
		if (len >= known[i].at + known[i].len &&
		    raw[known[i].at] == known[i].magic[0] &&
		    !memcmp(raw + known[i].at, known[i].magic, known[i].len))
			return known[i].name;
	}
	return NULL;
}

/* How many NULs begin at `at`, up to as many as a number and one has. */
static size_t nul_run(const char *raw, size_t len, size_t at)
{
	size_t run = 0;

	while (at + run < len && run <= NUMBER && !raw[at + run])
		run++;
	return run;
}

/* No letter, mark or space of ASCII. */
static bool is_odd(unsigned char c)
{
	return !ascii_is_graph(c) && !ascii_is_space(c);
}

/* Whether the NULs [at, end) that are among the first bytes end a number. */
static bool ends_number(const char *raw, size_t len, size_t at, size_t end)
{
	if (at >= HEAD || end - at < 2)
		return false;
	if (end - at > 2 || (end < len && is_odd((unsigned char)raw[end])))
		return true;
	while (at && !is_odd((unsigned char)raw[at - 1]))
		at--;
	return at > 0;
}

/*
 * A text that lost some bytes to NULs has them alone or as a long run; numbers
 * in 32 or 64 bits, before each string of a file of records, end in a few.
 */
bool sniff_has_numbers(const char *raw, size_t len)
{
	size_t numbers = 0;

	for (size_t at = 0; (at = bytes_find(raw, len, at, '\0')) < len;) {
		const size_t run = nul_run(raw, len, at);

		numbers += run > 1 && run <= NUMBER;
		if (run <= NUMBER && ends_number(raw, len, at, at + run))
			return true;
		at += run;
		while (at < len && !raw[at])
			at++;
	}
	return numbers >= NUMBERS;
}
