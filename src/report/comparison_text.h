// What a change did, for people and for programs.
#pragma once

#include <string>

#include "json/writer.h"
#include "lint/summary.h"
#include "report/passage.h"

namespace decant {

// What was added, kept and gone, scores before and after, and rule by rule what changed.
void write_comparison(const Compared& compared, bool show_pii, const Sheet& sheet, std::string& out);
void write_comparison(const Compared& compared, bool show_pii, json::Writer& writer);

}  // namespace decant
