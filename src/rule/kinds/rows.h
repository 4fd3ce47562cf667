// The rows that the files in this folder give to the table.
#pragma once

#include "rule/kinds.h"

namespace decant {

Kind forbid_kind();
Kind praise_kind();
Kind note_kind();
Kind require_kind();
Kind answer_kind();
Kind sequence_kind();
Kind limit_kind();
Kind repeat_kind();
Kind measure_kind();
Kind across_kind();

}  // namespace decant
