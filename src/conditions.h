/* The survey's conditions as the public header names them. */
#ifndef COPYDESK_CONDITIONS_H
#define COPYDESK_CONDITIONS_H

#include "edit/survey.h"

/* Bits of cd_condition()'s table. */
uint32_t conditions_of(const struct survey *survey);

#endif
