// The operators of the pack language. An operator is a file in operators/ and its row in the table (operators.cc).
//
// A `find` is a phrase, a list of phrases (any of them), or a map with exactly one finder and any number of filters:
// a finder says what is looked for, a filter drops hits that do not count.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "match/compiled_phrases.h"
#include "match/matcher.h"
#include "match/vocabulary.h"

namespace decant {

// What operators need to read their values, and where patterns go.
struct FindContext {
  yaml::Reader& reader;
  const Vocabulary& words;
  PatternSet& patterns;
  CompiledPhrases compiled = {};  // of a compiled-in pack: its patterns were checked when decant was built
  std::vector<std::pair<uint32_t, PatternId>>* readings = nullptr;  // if wanted: the pattern of each phrase, by its node
};

struct Operator {
  std::string_view name;
  std::string_view summary;  // one line, for lists and the manual
  // A finder gets no `inner`; a filter wraps it. nullptr if the value is wrong, with errors at their places.
  bool is_filter;
  std::unique_ptr<Matcher> (*read)(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context);
  yaml::Shape value;  // what `read` takes; a find is `a_find`
};

// In shapes: what read_find() takes, and a list of at least so many.
inline constexpr yaml::Shape a_find = yaml::ref("find");
constexpr yaml::Shape finds(int least) { return yaml::refs("find", least); }

std::span<const Operator> operators();

// Reads a `find` or whatever nests like one; nullptr with errors if it cannot.
std::unique_ptr<Matcher> read_find(const yaml::Node& node, FindContext& context);

// One phrase or "/regex/"; nullopt with an error if it cannot be read.
std::optional<PatternId> read_pattern(const yaml::Node& node, FindContext& context);

// A find of our own, for operators that look for fixed words, at the node that asks for it. REQUIRES: a sound phrase without word
// lists, that lives for ever; one for a node.
std::unique_ptr<Matcher> make_find(std::string_view phrase, const yaml::Node& node, FindContext& context);

}  // namespace decant
