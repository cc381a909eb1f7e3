/*
 * Lines that are like furniture, and stay for what the lines beside them say.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_BESIDE_H
#define COPYDESK_STAGES_BOILERPLATE_BESIDE_H

#include "stages/boilerplate/article.h"

/* Whether a line stays that would go as one of class `rule`. */
bool beside_keeps(struct article *article, size_t index, uint16_t rule);

#endif
