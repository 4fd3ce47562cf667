// Why a rule fired or did not on one conversation, turn by turn.
#pragma once

#include <optional>
#include <string>

#include "lint/bench.h"
#include "report/passage.h"

namespace decant {

struct ReasonsView {
  std::optional<uint32_t> turn;         // only this one, counted from 0
  bool show_pii = false;
  const Matcher* must_say = nullptr;    // the scorecard's; null if it has none
};

// REQUIRES: the conversation is on the bench; `view.turn` is one of its turns.
void write_reasons(const Rule& rule, Bench& bench, const ReasonsView& view, const Sheet& sheet, std::string& out);

}  // namespace decant
