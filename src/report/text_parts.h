// The parts of the report for people. It reads like a transcript: a narrow column on the left says what kind of line
// it is or when something was said, the words stand to the right of it, and points are set against the right edge.
#pragma once

#include <string>
#include <string_view>

#include "lint/summary.h"
#include "lint/verdict.h"
#include "report/passage.h"

namespace decant {

inline constexpr int gutter = 10;  // columns: a label of eight, set to the right, and two spaces

// Adds the gutter of a line with its label; without one just the space.
void write_gutter(std::string_view label, Ink ink, const Sheet& sheet, std::string& out);

// A heading: `left`, a line, `right` against the edge. `more` follows `left` if there is room, else it gets its own
// lines.
void write_heading(const Passage& left, const Passage& more, const Passage& right, const Sheet& sheet,
                   std::string& out);

// What was found: message, points, the words with the hit marked, what to say instead (if `with_better_words`), and
// where. Turns are counted from 1, as people count; JSON counts them from 0.
void write_finding(const Finding& finding, const Verdict& verdict, bool show_pii, bool with_better_words,
                   const Sheet& sheet, std::string& out);

// Why a conversation could not be read.
void write_error(const Error& error, bool show_pii, const Sheet& sheet, std::string& out);

// How the score came about: what each section lost, and the sum. Or why there is none.
void write_ledger(const Score& score, const Sheet& sheet, std::string& out);

// What the whole run came to.
void write_totals(const Summary& summary, const Sheet& sheet, std::string& out);

}  // namespace decant
