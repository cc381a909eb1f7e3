/*
 * Quotes: which way each quotation mark faces, apostrophes, and the spaces
 * around quotations. See quotes/README.md for the parts.
 */
#include "stages/stage.h"

#include "stages/quotes/quotes.h"

/* Marks that are read together: longer texts are read window by window. */
#define WINDOW 8192
#define WINDOW_MIN 8

/* Readings of a window before it is left as it is. */
#define TURNS 12

/* Marks that no style keeps, or that only a closer look can tell. */
static bool has_odd_marks(const struct survey *survey)
{
	return survey->backtick || survey->quotes_other ||
	       survey->quote_faults || survey_saw(survey, SEEN_DOUBLE_TICK);
}

static bool wanted(const struct survey *survey, const struct settings *settings)
{
	const bool straight =
		survey->straight_double || survey->straight_single;
	const bool curly = survey->open_double || survey->close_double ||
			   survey->open_single || survey->close_single;

	if (has_odd_marks(survey))
		return true;
	if (straight && (curly || survey->straight_faults))
		return true;
	switch (settings->quotes) {
	case CD_QUOTES_CURLY:
		return straight;
	case CD_QUOTES_STRAIGHT:
		return curly;
	default:
		return false;
	}
}

/* Room for all marks and the breaks between them, up to WINDOW. */
static size_t window_size(const struct survey *survey)
{
	const size_t marks = (size_t)survey->straight_double +
			     survey->straight_single + survey->backtick +
			     survey->open_double + survey->close_double +
			     survey->open_single + survey->close_single +
			     survey->quotes_other;
	const size_t size = 2 * marks + WINDOW_MIN;

	return size < WINDOW ? size : WINDOW;
}

/* A hash (FNV-1a) of the shapes that the marks have. */
static uint64_t hash_shapes(const struct quote_window *window)
{
	uint64_t hash = 0xCBF29CE484222325u;

	for (size_t i = 0; i < window->count; i++)
		hash = (hash ^ window->marks[i].shape) * 0x100000001B3u;
	return hash;
}

/* The shapes were the same at an earlier turn: they would go round for ever. */
static bool goes_round(const uint64_t *hashes, int turn)
{
	for (int i = 0; i < turn; i++) {
		if (hashes[i] == hashes[turn])
			return true;
	}
	return false;
}

/*
 * Read the marks, and read them again with the shapes that they are given:
 * what is written must read the same. False where it never does.
 */
static bool settle(struct pass *pass, struct quote_window *window)
{
	uint64_t hashes[TURNS];

	quotes_place(pass, window);
	for (int turn = 0; turn < TURNS; turn++) {
		unsigned state;

		hashes[turn] = hash_shapes(window);
		if (goes_round(hashes, turn))
			return false;
		quotes_weigh(window);
		state = quotes_read(window, window->state);
		if (!quotes_reshape(pass, window)) {
			window->state = state;
			return true;
		}
	}
	return false;
}

/* Window by window, with memory for one of `max` marks. */
static void read_windows(struct pass *pass, struct quote_window *window,
			 size_t max)
{
	struct quote_scan scan;

	quotes_scan_begin(&scan, pass);
	while (!window->last && !pass->failed) {
		window->count = quotes_scan(&scan, window->marks, max);
		window->last = scan.at == pass->len;
		window->part = window->part || !window->last;
		if (settle(pass, window))
			quotes_emit(pass, window);
		else
			window->state = 0;
	}
}

/* The memory of a window is not the article's: each iteration has some. */
static void run(struct pass *pass)
{
	const size_t max = window_size(pass->survey);
	struct quote_window window = {
		.language = quotes_language(pass),
		.commas = quotes_open_with_commas(pass),
	};
	struct arena arena;

	arena_init(&arena);
	window.marks = arena_alloc(&arena, max * sizeof(*window.marks));
	window.scratch = arena_alloc(&arena, quotes_pair_room(max));
	if (window.marks && window.scratch)
		read_windows(pass, &window, max);
	else
		pass->failed = true;
	arena_release(&arena);
}

const struct stage quotes_stage = {
	.name = "quotes",
	.rule = RULE_ANY,
	.wanted = wanted,
	.run = run,
};
