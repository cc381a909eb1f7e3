/*
 * Ligatures that a PDF's font did not name, and that are gone: "ofcials",
 * "signi cant", "the rst".
 */
#ifndef COPYDESK_STAGES_ENCODING_LOST_LIGATURE_H
#define COPYDESK_STAGES_ENCODING_LOST_LIGATURE_H

#include "edit/pass.h"

/* Put them back, where a text has none and its words tell which. */
void lost_ligatures_mend(struct pass *pass);

#endif
