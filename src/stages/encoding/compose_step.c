/*
 * Composing letters and accents: NFC, not NFKC, which would lose ½ and ².
 *
 * NFC also takes letters of Indic scripts apart, orders the vowels of Arabic
 * and Hebrew, and gives ideographs that a name has of its own their common
 * form. These come as keyboards type them, and stay.
 */
#include "stages/stage.h"

#include "base/utf8.h"
#include "unicode/nfc.h"

/* CJK compatibility ideographs. */
static bool is_own_ideograph(uint32_t point)
{
	return (point >= 0xF900 && point <= 0xFAFF) ||
	       (point >= 0x2F800 && point <= 0x2FA1F);
}

/* Whether it becomes fewer code points, or another letter of the same form. */
static bool is_composed(const struct pass *pass,
			const struct nfc_change *change)
{
	const char *raw = pass->text + change->at;
	const size_t len = change->end - change->at;
	const size_t before = utf8_count(raw, len);
	const size_t after = utf8_count(change->text, change->len);
	const uint32_t first = utf8_at(raw, len, 0);

	if (after != before)
		return after < before;
	return first != utf8_at(change->text, change->len, 0) &&
	       !is_own_ideograph(first);
}

static void run(struct pass *pass)
{
	struct nfc_change change = { .end = 0 };
	enum nfc_outcome outcome;

	for (;;) {
		outcome = nfc_next(pass->text, pass->len, change.end,
				   pass->arena, &change);
		if (outcome != NFC_CHANGE)
			break;
		if (is_composed(pass, &change))
			pass_replace(pass, RULE_ENCODING_NFC, change.at,
				     change.end, change.text, change.len);
	}
	if (outcome == NFC_NOMEM)
		pass->failed = true;
}

const struct stage compose_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_COMPOSE,
	.rule = RULE_ENCODING_NFC,
	.run = run,
};
