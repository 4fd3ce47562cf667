// The outputs of an evaluation: packs against human graders, for people, for programs and for spreadsheets.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "eval/evaluate.h"
#include "report/passage.h"

namespace decant {

struct EvaluationFormat {
  std::string_view name;
  std::string_view summary;  // one line for --help and the manual
  std::string (*write)(const Evaluation& evaluation, const Sheet& sheet);
};

std::span<const EvaluationFormat> evaluation_formats();

std::string evaluation_text(const Evaluation& evaluation, const Sheet& sheet);
std::string evaluation_json(const Evaluation& evaluation, const Sheet& sheet);
std::string evaluation_csv(const Evaluation& evaluation, const Sheet& sheet);

}  // namespace decant
