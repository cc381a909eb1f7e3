/* Classes that may go as a sentence. */
#include "stages/boilerplate/sentence_class.h"

#include "stages/boilerplate/contacts.h"
#include "stages/stage.h"

#define LEAST_WORDS 4 /* shorter sentences are told by lines only */
#define LEAST_FULL 6  /* of classes that are mostly labels */
#define LEAST_RIGHTS 3
#define LEAST_LABELLED 3 /* of a link and what it leads to */
#define MOST_TEASER 24

bool sentence_may_go(const struct line *sentence, uint16_t class)
{
	switch (class) {
	case RULE_BOILERPLATE_COPYRIGHT: /* "All rights reserved." */
		return sentence->words.count >= LEAST_RIGHTS;
	case RULE_BOILERPLATE_SHARE:
		/* the name of a site alone may be a sentence's last word */
		return sentence->words.count >= 2 &&
		       (sentence->features & FEATURE_OPEN ||
			sentence->words.count >= LEAST_WORDS);
	case RULE_BOILERPLATE_RELATED:
		/* a headline may have run into the sentence after it */
		if (sentence->words.count > MOST_TEASER &&
		    !(sentence->features & FEATURE_OPEN))
			return false;
		/* fall through */
	case RULE_BOILERPLATE_NEWSLETTER:
	case RULE_BOILERPLATE_CREDIT:
	case RULE_BOILERPLATE_CORRECTION:
		return sentence->features & FEATURE_OPEN ||
		       sentence->words.count >= LEAST_WORDS;
	case RULE_BOILERPLATE_AD:
	case RULE_BOILERPLATE_PLAYER:
	case RULE_BOILERPLATE_OTHER:
		return sentence->features & FEATURE_OPEN ||
		       sentence->words.count >= LEAST_FULL;
	case RULE_BOILERPLATE_TIMESTAMP:
		return sentence->features & FEATURE_OPEN;
	case RULE_BOILERPLATE_EMBED:
		/* "Tickets: lowell.example" says what is to be had there */
		return !(sentence->features & FEATURE_URL) ||
		       sentence->words.count < LEAST_LABELLED;
	default:
		return false;
	}
}

bool sentence_tells_where(const struct article *article,
			  const struct line *sentence, uint16_t class)
{
	return class != RULE_BOILERPLATE_NEWSLETTER &&
	       class != RULE_BOILERPLATE_COPYRIGHT &&
	       (sentence->features & (FEATURE_URL | FEATURE_MAIL) ||
		contacts_names_phone(article->pass->text, &sentence->words));
}
