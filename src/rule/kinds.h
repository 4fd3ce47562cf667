// The kinds of the pack language: how rules judge. A kind is a file in kinds/ and its row in the table (kinds.cc).
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "match/operators.h"
#include "rule/check.h"

namespace decant {

struct Kind {
  std::string_view name;
  std::string_view summary;  // one line, for lists and the manual
  FindingType type;          // what its findings are
  bool is_of_the_brand;      // what a customer says can be no finding of it: that is evidence, a note
  std::span<const yaml::Key> keys;  // of its own, besides those every rule takes
  // Reads its own keys from the rule's map; nullptr with errors at their places.
  std::unique_ptr<Check> (*read)(const yaml::Node& rule, FindContext& context);
};

std::span<const Kind> kinds();

}  // namespace decant
