/*
 * Lines that are like furniture, and part of what an article sets off from its
 * text: its notes and contents, what another paper wrote, and an address.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_BESIDE_PART_H
#define COPYDESK_STAGES_BOILERPLATE_BESIDE_PART_H

#include "stages/boilerplate/article.h"

/* Whether a line stays that would go as one of class `rule`. */
bool beside_is_part(struct article *article, size_t index, uint16_t rule);

#endif
