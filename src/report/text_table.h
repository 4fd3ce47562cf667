// A table for people: the first column is a name that gives way when the sheet is narrow, the others are numbers, set to the
// right.
#pragma once

#include <string>
#include <vector>

#include "report/passage.h"

namespace decant {

using TableRow = std::vector<std::string>;

// `rows`: the heading first, all with as many cells. The end of a name tells more than its beginning: it is cut in front.
void write_table(const std::vector<TableRow>& rows, const Sheet& sheet, std::string& out);

}  // namespace decant
