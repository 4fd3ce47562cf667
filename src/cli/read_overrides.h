// overrides.csv: findings that somebody disputes, by fingerprint, with who and why.
#pragma once

#include <string>

#include "base/error.h"
#include "lint/suppressions.h"

namespace decant {

// Adds the rows of the table; its first line names the columns fingerprint, who and why in any order, others are left
// alone. All errors at once.
Errors read_overrides(const std::string& path, Suppressions& out);

}  // namespace decant
