// not_after and not_before: drop a hit that has certain words shortly before (after) it in its own clause, such as the
// "if" of "if you can't find it".
#include <array>

#include <fmt/format.h>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/sentence.h"
#include "match/units.h"

namespace decant {
namespace {

constexpr int default_reach = 3;
constexpr int widest_reach = 20;

constexpr std::array<yaml::Key, 2> keys = {{
    {"find", "the words that make the hit innocent", a_find, yaml::Need::required},
    {"within", "at most so many words away; 3 unless said", yaml::integer(0, widest_reach)},
}};

enum class Side { before, after };

class NotBeside final : public Matcher {
 public:
  NotBeside(std::unique_ptr<Matcher> inner, std::unique_ptr<Matcher> words, Side side, int reach)
      : inner_(std::move(inner)), words_(std::move(words)), side_(side), reach_(reach),
        stays_in_turn_(words_->stays_in_turn()) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const std::size_t first = hits.size();
    inner_->find(scene, scope, hits);
    if (hits.size() == first) return;
    std::vector<Hit> words;
    words_->find(scene, scope_around(hits, first, scope, stays_in_turn_), words);
    drop_hits(hits, first, [&](const Hit& hit) {
      const Span turn = scene.folded.turns[hit.turn];
      const Span reach = side_ == Side::before ? words_before(scene.folded.lower, turn, hit.span, reach_)
                                               : words_after(scene.folded.lower, turn, hit.span, reach_);
      return any_in_turn(words, hit, [&](const Hit& word) { return reach.contains(word.span); });
    });
  }

  MatcherInfo info() const override {
    return {fmt::format("{}, within {} words", side_ == Side::before ? "not_after" : "not_before", reach_),
            {},
            {{"find", inner_.get()}, {"words", words_.get()}}};
  }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_, words_;
  Side side_;
  int reach_;
  bool stays_in_turn_;
};

// Either the words themselves, or {find: words, within: n}.
template <Side side>
std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  int reach = default_reach;
  std::unique_ptr<Matcher> words;
  if (has_own_keys(value, keys)) {
    context.reader.expect_map(value, side == Side::before ? "not_after" : "not_before", keys);
    reach = context.reader.integer(value["within"], "within (words)", 0, widest_reach).value_or(reach);
    words = read_required_find(value, "find", context);
  } else {
    words = read_find(value, context);
  }
  if (!words || !inner) return nullptr;
  return std::make_unique<NotBeside>(std::move(inner), std::move(words), side, reach);
}

}  // namespace

Operator not_after_operator() {
  return {"not_after", "drops a hit with these words shortly before it in its clause", true, read<Side::before>,
          yaml::ref_or_map("find", keys)};
}

Operator not_before_operator() {
  return {"not_before", "drops a hit with these words shortly after it in its clause", true, read<Side::after>,
          yaml::ref_or_map("find", keys)};
}

}  // namespace decant
