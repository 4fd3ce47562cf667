// The rows that the files in this folder give to the table.
#pragma once

#include "match/operators.h"

namespace decant {

// What `any` makes of phrases alone.
std::unique_ptr<Matcher> any_of_phrases(std::vector<MatcherInfo::Phrase> phrases);

// `steps`, `within` and `not_between` of a map that may hold other keys too.
std::unique_ptr<Matcher> read_then(const yaml::Node& map, FindContext& context);
std::span<const yaml::Key> then_keys();

Operator any_operator();
Operator all_operator();
Operator near_operator();
Operator then_operator();
Operator sentence_operator();
Operator weigh_operator();
Operator not_in_operator();
Operator not_after_operator();
Operator not_before_operator();
Operator not_near_operator();
Operator question_operator();
Operator quoted_operator();
Operator window_operator();
Operator role_operator();

}  // namespace decant
