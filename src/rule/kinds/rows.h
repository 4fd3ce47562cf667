// The rows that the files in this folder give to the table.
#pragma once

#include "rule/kinds.h"

namespace decant {

Kind forbid_kind();
Kind praise_kind();

}  // namespace decant
