/* The prefilter: the rules to which the words of a line lead. */
#include "stages/boilerplate/prefilter.h"

#include "base/ascii.h"
#include "stages/boilerplate/candidate.h"

/* The word that is being looked at, and those beside it once they are. */
struct place {
	const struct literal_scan *scan; /* NULL: a sign, or an address */
	size_t at, end;
	bool last_known, next_known;
	uint32_t last, next; /* hashes; 0: there is none */
};

/* A rule, which needs one of `edges`, may match by its words. */
static inline void meet(struct candidate *line, uint32_t index, unsigned edges)
{
	const struct strip_rule *rule = &line->rules->rules[index];
	const size_t last = line->fit_count - 1;

	if (edges && !(edges & line->edges)) {
		line->others |= edges;
		return;
	}
	if (line->fit_count && last < CANDIDATE_FIT && line->fit[last] == rule)
		return;
	if (line->fit_count < CANDIDATE_FIT)
		line->fit[line->fit_count] = rule;
	__builtin_prefetch(&line->rules->gates[index]);
	line->fit_count++;
}

static bool is_caps(const char *text, size_t at, size_t end)
{
	while (at < end && !ascii_is_lower((unsigned char)text[at]))
		at++;
	return at == end;
}

/* A byte of the line; '\0' beside it. */
static unsigned char byte_at(const struct candidate *line, size_t at)
{
	return at >= line->at && at < line->end ? (unsigned char)line->text[at]
						: '\0';
}

static bool is_word_at(const struct candidate *line, size_t at)
{
	return ascii_is_alnum(byte_at(line, at));
}

/* "http://", "www.name", ".com", but not "Gov. Doe" */
static bool is_in_address(const struct candidate *line,
			  const struct place *place)
{
	const size_t at = place->at, end = place->end;

	if (byte_at(line, at - 1) == '.')
		return is_word_at(line, at - 2);
	return byte_at(line, end) == '.'
		       ? is_word_at(line, end + 1)
		       : byte_at(line, end) == ':' &&
				 byte_at(line, end + 1) == '/';
}

/* The hashes of the words beside one; 0: there is none. */
static uint32_t find_last(const struct literal_scan *scan)
{
	const size_t at = scan ? literal_scan_last(scan) : LITERAL_NO_WORD;

	return at == LITERAL_NO_WORD
		       ? 0
		       : word_hash(scan->text, at,
				   word_end(scan->text, at, scan->stop));
}

static uint32_t find_next(const struct literal_scan *scan, size_t end)
{
	uint32_t next[2] = { 0, 0 };
	size_t at;

	if (!scan)
		return 0;
	at = literal_scan_later(scan);
	if (at == LITERAL_NO_WORD || scan->signs) {
		tokens_first(scan->text, end, scan->stop, next);
		return next[0];
	}
	return word_hash(scan->text, at, literal_scan_end(scan, at));
}

static uint32_t last_hash(struct place *place)
{
	if (!place->last_known)
		place->last = find_last(place->scan);
	place->last_known = true;
	return place->last;
}

static uint32_t next_hash(struct place *place)
{
	if (!place->next_known)
		place->next = find_next(place->scan, place->end);
	place->next_known = true;
	return place->next;
}

static bool is_met(const struct candidate *line,
		   const struct indexed_literal *literal, struct place *place)
{
	switch (literal->kind) {
	case LITERAL_CAPS:
		return is_caps(line->text, place->at, place->end);
	case LITERAL_AFTER:
		return last_hash(place) == literal->other;
	case LITERAL_BEFORE:
		return next_hash(place) == literal->other;
	case LITERAL_PART:
		return is_in_address(line, place);
	default:
		return true;
	}
}

static void follow(struct candidate *line, uint32_t hash, struct place *place);

/* The rules for an address. */
static void see_address(struct candidate *line)
{
	struct place nowhere = { .scan = NULL };

	line->address = true;
	follow(line, token_flag_hash(TOKEN_URL), &nowhere);
}

/* The rules to which a word leads, or what is used for one. */
static void follow(struct candidate *line, uint32_t hash, struct place *place)
{
	const struct indexed_literal *end;
	const struct indexed_literal *found =
		literal_index_find(&line->some->words, hash, &end);

	for (; found < end; found++) {
		if (found->word != hash || !is_met(line, found, place))
			continue;
		if (found->kind == LITERAL_PART)
			see_address(line);
		else
			meet(line, found->owner, found->edges);
	}
}

/* "name.xx/": a period is before the word before a slash. */
static bool has_path(const struct candidate *line)
{
	const char *text = line->text, *slash = text + line->at;
	const char *end = text + line->end;

	while ((slash = memchr(slash, '/', (size_t)(end - slash))) != NULL) {
		size_t at = (size_t)(slash - text);

		while (is_word_at(line, at - 1))
			at--;
		if (text + at < slash && byte_at(line, at - 1) == '.')
			return true;
		slash++;
	}
	return false;
}

/* What is an address, or the copyright sign, and no word. */
static void see_signs(struct candidate *line, bool signs)
{
	struct place nowhere = { .scan = NULL };

	if (literal_scan_has(line->scan, '@')) {
		line->address = true;
		follow(line, token_flag_hash(TOKEN_HANDLE), &nowhere);
		follow(line, token_flag_hash(TOKEN_MAIL), &nowhere);
	}
	if (literal_scan_has(line->scan, '/') && has_path(line))
		see_address(line);
	if (signs && token_sign_in(line->text, line->at, line->end))
		follow(line, token_sign_hash(), &nowhere);
}

/* The first words, mostly from the first block alone. */
static void find_first(struct candidate *line, const struct literal_scan *scan)
{
	const uint64_t begins = scan->blocks[0].begins;
	const uint64_t more = begins & (begins - 1);
	size_t at;

	if (!more || scan->signs) {
		tokens_first(line->text, line->at, line->end, line->first);
		return;
	}
	at = scan->base + scan_first(begins);
	line->first[0] = word_hash(line->text, at, literal_scan_end(scan, at));
	at = scan->base + scan_first(more);
	line->first[1] = word_hash(line->text, at, literal_scan_end(scan, at));
}

/* The rules that begin with the line's first words, or with any. */
static void see_front(struct candidate *line)
{
	const struct sentence_rules *some = line->some;
	const struct indexed_literal *found, *end;

	for (size_t k = 0; k < some->always_count; k++)
		meet(line, some->always[k],
		     line->rules->gates[some->always[k]].edges);
	if (!literal_index_begins(&some->prefixes, line->first[0],
				  line->first[1]))
		return;
	found = literal_index_find(&some->prefixes, line->first[0], &end);
	for (; found < end; found++)
		if (found->word == line->first[0] &&
		    (found->kind == LITERAL_WORD ||
		     found->other == line->first[1]))
			meet(line, found->owner, found->edges);
}

/* The rules to which the line's words lead. */
static void see_words(struct candidate *line, struct literal_scan *scan)
{
	const char *text = line->text;

	while (literal_scan_next(scan)) {
		struct place place = {
			.scan = scan,
			.at = scan->at,
			.end = literal_scan_end(scan, scan->at),
		};

		follow(line, word_hash(text, place.at, place.end), &place);
	}
}

bool prefilter_treats_alike(size_t len, size_t other)
{
	const size_t last = CANDIDATE_WORD - 1;

	return candidate_is_short(len)
		       ? candidate_is_short(other) &&
				 (len + last) / CANDIDATE_WORD ==
					 (other + last) / CANDIDATE_WORD
		       : !candidate_is_short(other);
}

bool prefilter_passes(const struct strip_rules *rules,
		      const struct stretch *stretch, unsigned edges,
		      unsigned *others)
{
	const size_t len = stretch->end - stretch->at;
	const unsigned kind = (candidate_is_short(len) ? 0 : SENTENCE_LONG) |
			      (edges ? SENTENCE_EDGE : 0);
	const struct strip_rule *fit[CANDIDATE_FIT];
	struct text_bits bits;
	struct literal_scan scan;
	struct candidate line = {
		.rules = rules,
		.some = &rules->sentences[kind],
		.text = stretch->text,
		.at = stretch->at,
		.end = stretch->end,
		.edges = edges,
		.others = edges ? 0 : EDGES_ALL,
		.scan = &scan,
		.fit = fit,
		.bits = &bits,
	};

	literal_scan_init(&scan, &line.some->words, &line.some->prefixes,
			  stretch);
	if (literal_scan_read(&scan)) {
		literal_scan_bring(&scan);
		find_first(&line, &scan);
		see_front(&line);
		see_words(&line, &scan);
	}
	if (scan.count)
		see_signs(&line, scan.signs);
	if (others)
		*others = line.others;
	return scan.count && candidate_may_match(&line);
}
