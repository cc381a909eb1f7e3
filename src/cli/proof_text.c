/* The proof of one text: as a whole, or article by article. */
#include "cli/pair.h"
#include "reader/split.h"

/* The next article of a text; false: it has no more. */
static bool next_article(const struct reader_options *reader,
			 struct cd_span text, struct split *split)
{
	split->at = split->from =
		split_lead(reader, text.bytes, text.len, split->next);
	if (split->at == text.len)
		return false;
	if (!split_at_separator(reader, text, split))
		split->end = split->next = text.len;
	return true;
}

static bool has_articles(const struct verify *verify,
			 const struct listing_text *text)
{
	return !text->field && verify->reader.separator != SEPARATOR_NONE;
}

/* Append the spans of an article that begins at `from` of the text. */
static size_t add_spans(struct verify *verify, const struct listing_text *text,
			size_t from, size_t count)
{
	struct cd_stripped *spans = verify->spans + count;
	const size_t more =
		text->file ? listing_of(&verify->listing, text, spans) : 0;

	for (size_t i = 0; i < more; i++) {
		spans[i].off += from;
		spans[i].end += from;
	}
	return count + more;
}

/* The spans of a text in articles: the listing counts bytes in each. */
static size_t find_spans(struct verify *verify, const struct listing_text *text)
{
	const struct cd_span old = pair_bytes(&verify->old_text);
	struct listing_text article = *text;
	struct split split = { 0 };
	size_t count = 0;

	if (!has_articles(verify, text))
		return add_spans(verify, text, 0, 0);
	for (article.record = 1; next_article(&verify->reader, old, &split);
	     article.record++)
		count = add_spans(verify, &article, split.at, count);
	return count;
}

/* What is proved: that `fresh` is `old` less the first spans of verify->spans.
 */
struct claim {
	struct cd_span old, fresh;
	size_t spans;
	enum cd_lines lines;
};

static enum cd_status prove(const struct pair *pair, const struct claim *claim,
			    enum cd_proof *proof, size_t *at)
{
	const struct file *file = pair->old.file;

	return cd_verify(plan_desk(file->plan, file->format, claim->lines),
			 claim->old, claim->fresh, pair->verify->spans,
			 claim->spans, proof, at);
}

static struct cd_span article_of(struct cd_span text, const struct split *split)
{
	return (struct cd_span){ text.bytes + split->at,
				 split->end - split->at };
}

/* Whether an article of which that is left is the original's, less its spans.
 */
static bool article_holds(struct pair *pair, const struct listing_text *article,
			  struct cd_span old, struct cd_span fresh)
{
	const struct claim claim = { old, fresh,
				     add_spans(pair->verify, article, 0, 0),
				     article->lines };
	enum cd_proof proof = CD_PROOF_BROKEN;
	size_t at;

	return prove(pair, &claim, &proof, &at) == CD_OK &&
	       proof == CD_PROOF_HOLDS;
}

/*
 * Whether each article by itself is the original's: what one of them is read as
 * (its escapes, its mojibake) says nothing about the others, and all of them as
 * one text may be read as something else. One of which nothing is left is no
 * article of the cleaned text.
 */
static bool articles_hold(struct pair *pair, const struct listing_text *text)
{
	struct verify *verify = pair->verify;
	const struct cd_span old = pair_bytes(&verify->old_text);
	const struct cd_span fresh = pair_bytes(&verify->new_text);
	const struct cd_span none = { "", 0 };
	struct split was = { 0 }, is = { 0 };
	struct listing_text article = *text;
	bool more = next_article(&verify->reader, fresh, &is);

	for (article.record = 1; next_article(&verify->reader, old, &was);
	     article.record++) {
		const struct cd_span one = article_of(old, &was);

		if (more &&
		    article_holds(pair, &article, one, article_of(fresh, &is)))
			more = next_article(&verify->reader, fresh, &is);
		else if (!article_holds(pair, &article, one, none))
			return false;
	}
	return !more;
}

enum cd_proof proof_of(struct pair *pair, const struct listing_text *text,
		       size_t *at)
{
	struct verify *verify = pair->verify;
	const struct claim whole = { pair_bytes(&verify->old_text),
				     pair_bytes(&verify->new_text),
				     find_spans(verify, text), text->lines };
	enum cd_proof proof = CD_PROOF_BROKEN;
	const enum cd_status status = prove(pair, &whole, &proof, at);

	if (status != CD_OK) {
		verify_complain(verify, pair->fresh.file->name,
				cd_status_text(status));
		return CD_PROOF_HOLDS;
	}
	if (proof == CD_PROOF_BROKEN && has_articles(verify, text) &&
	    articles_hold(pair, text))
		return CD_PROOF_HOLDS;
	verify->lost += proof == CD_PROOF_BROKEN;
	verify->unlisted |= proof == CD_PROOF_BROKEN && !text->file &&
			    verify->options->stripped;
	return proof;
}
