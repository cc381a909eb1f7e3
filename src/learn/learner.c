/* Learning boilerplate rules: the public side. */
#include <copydesk.h>

#include <stdlib.h>

#include "base/utf8.h"
#include "learn/learn.h"

struct cd_learner {
	struct learn learn;
};

enum cd_status cd_learner_new(struct cd_learner **learner)
{
	*learner = malloc(sizeof(**learner));
	if (!*learner)
		return CD_NOMEM;
	if (learn_init(&(*learner)->learn))
		return CD_OK;
	cd_learner_free(*learner);
	*learner = NULL;
	return CD_NOMEM;
}

void cd_learner_free(struct cd_learner *learner)
{
	if (!learner)
		return;
	learn_release(&learner->learn);
	free(learner);
}

enum cd_status cd_learner_add(struct cd_learner *learner, const char *bytes,
			      size_t len)
{
	if (len > CD_ARTICLE_MAX)
		return CD_TOO_LONG;
	if (utf8_valid_prefix(bytes, len) < len)
		return CD_DATA;
	return learn_article(&learner->learn, bytes, len) ? CD_OK : CD_NOMEM;
}

enum cd_status cd_learner_rules(struct cd_learner *learner, size_t least,
				struct cd_span *rules)
{
	if (!learn_write(&learner->learn, least))
		return CD_NOMEM;
	rules->bytes = learner->learn.rules.bytes;
	rules->len = learner->learn.rules.len;
	return CD_OK;
}
