#ifndef ARCHBOOK_CSTEMMER_SHIM_H
#define ARCHBOOK_CSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
