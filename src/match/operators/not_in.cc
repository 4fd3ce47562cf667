// not_in: drops a hit that lies inside an innocent phrase, or overlaps a longer one: "can't" in "can't wait". It stands in for
// look-around, which a linear-time matcher does not have.
//
// An innocent phrase of one word can drop nothing where all hits have two words or more and begin and end between words: it lies
// inside. Whoever wrote it meant something else; so it is an error.
#include <algorithm>

#include <fmt/format.h>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/units.h"
#include "pattern/spelling.h"

namespace decant {
namespace {

class NotIn final : public Matcher {
 public:
  NotIn(std::unique_ptr<Matcher> inner, std::unique_ptr<Matcher> innocent)
      : inner_(std::move(inner)), innocent_(std::move(innocent)), stays_in_turn_(innocent_->stays_in_turn()) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const std::size_t first = hits.size();
    inner_->find(scene, scope, hits);
    if (hits.size() == first) return;
    std::vector<Hit> innocent;
    innocent_->find(scene, scope_around(hits, first, scope, stays_in_turn_), innocent);
    drop_hits(hits, first, [&](const Hit& hit) {
      return any_in_turn(innocent, hit, [&](const Hit& phrase) {
        return phrase.span.contains(hit.span) ||
               (phrase.span.overlaps(hit.span) && phrase.span.size() > hit.span.size());
      });
    });
  }

  MatcherInfo info() const override {
    return {"not_in", {}, {{"find", inner_.get()}, {"innocent", innocent_.get()}}};
  }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_, innocent_;
  bool stays_in_turn_;
};

// Whether all that a phrase's regex matches has two words or more: a gap between words stands outside all groups and classes.
bool has_gap(std::string_view regex) {
  int depth = 0;
  bool is_found = false;
  for (std::size_t i = 0; i < regex.size(); ++i) {
    if (depth == 0 && regex.substr(i).starts_with(word_gap_regex)) {
      i += word_gap_regex.size();
      is_found |= i < regex.size() && std::string_view("?*{").find(regex[i]) == std::string_view::npos;
      --i;
    } else if (regex[i] == '\\') {
      ++i;
    } else if (regex[i] == '(' || regex[i] == '[') {
      ++depth;
    } else if (regex[i] == ')' || regex[i] == ']') {
      --depth;
    } else if (depth == 0 && regex[i] == '|') {
      return false;
    }
  }
  return is_found;
}

// Whether all that `matcher` hits begins and ends between words and has two of them or more: its phrases do, and what operators
// make of them is never shorter.
bool has_many_words(const Matcher& matcher, const PatternSet& patterns) {
  const MatcherInfo info = matcher.info();
  return std::ranges::all_of(info.phrases, [&](const MatcherInfo::Phrase& phrase) {
           const PatternSpec spec = patterns.spec(phrase.id);
           return !spec.is_raw && spec.word_begin && spec.word_end && has_gap(spec.regex);
         }) &&
         std::ranges::all_of(info.parts, [&](const MatcherInfo::Part& part) { return has_many_words(*part.matcher, patterns); });
}

// Whether all that the regex matches is one word: there is nothing in it but letters, digits, alternatives and classes of them.
bool is_one_word(const PatternSpec& spec) {
  constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyz0123456789_?:()[]|";
  return !spec.is_raw && spec.word_begin && spec.word_end && spec.regex.find_first_not_of(harmless) == std::string::npos;
}

// False, with errors, if a phrase of `value` can never drop a hit.
bool check_use(const yaml::Node& value, const Matcher& innocent, const Matcher& inner, FindContext& context) {
  if (!has_many_words(inner, context.patterns)) return true;
  const MatcherInfo info = innocent.info();
  const std::size_t errors_before = context.reader.error_count();
  const auto check = [&](const yaml::Node& node) {
    const auto phrase = std::ranges::find_if(info.phrases, [&](const auto& p) { return p.text.data() == node.text().data(); });
    if (!node.is_scalar() || phrase == info.phrases.end() || !is_one_word(context.patterns.spec(phrase->id))) return;
    context.reader.fail(node, fmt::format("\"{}\" can never make a hit innocent: every hit is longer", node.text()),
                        "write the whole innocent phrase, such as \"can't wait\" for \"can't\"; for a word beside the hit take not_after, "
                        "not_before or not_near");
  };
  check(value);
  for (const yaml::Node& item : value.items()) check(item);
  return context.reader.error_count() == errors_before;
}

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  auto innocent = read_find(value, context);
  if (!innocent || !inner) return nullptr;
  if (context.compiled.empty() && !check_use(value, *innocent, *inner, context)) return nullptr;
  return std::make_unique<NotIn>(std::move(inner), std::move(innocent));
}

}  // namespace

Operator not_in_operator() {
  return {"not_in", "drops a hit that overlaps a longer, innocent phrase", true, read, a_find};
}

}  // namespace decant
