// A trace for people: what every operator of a rule found, and what its filters dropped.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lint/trace.h"
#include "report/passage.h"

namespace decant {

// Where a trace is printed, and the words it speaks of.
struct TraceView {
  std::string_view words;   // Transcript::words, as they may be shown
  bool with_turns = false;  // say in which turn, counted from 1
  int indent = 0;
};

// Adds a tree of lines. Operators that found nothing take one line each.
void write_trace(std::span<const Trace> traces, const TraceView& view, const Sheet& sheet, std::string& out);

// What of a trace lies in one turn.
Trace in_turn(const Trace& trace, uint32_t turn);

// "label: operator" of a part of a rule, as explain and traces call it.
std::string part_name(std::string_view label, std::string_view name);

}  // namespace decant
