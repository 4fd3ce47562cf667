// What the commands that print one text have in common.
#pragma once

#include <string_view>

#include "base/error.h"
#include "cli/options.h"
#include "report/passage.h"

namespace decant {

// Standard output as a sheet for people; 100 columns wide where it is no terminal, as reports are.
Sheet standard_sheet(When colour);

// Prints `text` and returns `status`. That nobody reads it any more is no error; a full disk is one, and told.
int print(std::string_view text, int status);

// Prints the errors to standard error and returns the status for "not all that was asked for could be done".
int fail(const Errors& errors);

}  // namespace decant
