/* Composing letters and accents: NFC, not NFKC, which would lose ½ and ². */
#include "stages/stage.h"

#include "unicode/nfc.h"

static void run(struct pass *pass)
{
	struct nfc_change change = { .end = 0 };
	enum nfc_outcome outcome;

	for (;;) {
		outcome = nfc_next(pass->text, pass->len, change.end,
				   pass->arena, &change);
		if (outcome != NFC_CHANGE)
			break;
		pass_replace(pass, RULE_ENCODING_NFC, change.at, change.end,
			     change.text, change.len);
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
