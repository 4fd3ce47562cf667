#include "report/evaluations.h"

#include <array>

namespace decant {

std::span<const EvaluationFormat> evaluation_formats() {
  static constexpr std::array<EvaluationFormat, 3> formats = {{
      {"text", "figures and every disagreement, for people", evaluation_text},
      {"json", "the same as one JSON document", evaluation_json},
      {"csv", "a row for every pack, label and rule, for spreadsheets", evaluation_csv},
  }};
  return formats;
}

}  // namespace decant
