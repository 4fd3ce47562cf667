// The rows that the files in this folder give to the table.
#pragma once

#include "match/operators.h"

namespace decant {

Operator any_operator();
Operator not_in_operator();
Operator not_after_operator();
Operator not_before_operator();

}  // namespace decant
