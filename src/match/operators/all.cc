// all: every one of these is said in the same turn (inside `sentence`: in the same sentence). The hit runs from the first of
// them to the last.
#include <algorithm>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/units.h"

namespace decant {
namespace {

class All final : public Matcher {
 public:
  explicit All(std::vector<std::unique_ptr<Matcher>> parts) : parts_(std::move(parts)), stays_in_turn_(stays_in_turn()) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    std::vector<std::vector<Hit>> found(parts_.size());
    parts_[0]->find(scene, scope, found[0]);
    for (std::size_t i = 1; i < parts_.size() && !found[i - 1].empty(); ++i)
      parts_[i]->find(scene, scope_around(found[i - 1], 0, scope, stays_in_turn_), found[i]);
    if (found.back().empty()) return;
    for (std::size_t i = 0; i < found[0].size(); ++i) {
      Hit whole = found[0][i];
      if (i > 0 && found[0][i - 1].turn == whole.turn) continue;  // one hit a turn
      const bool has_all = std::all_of(found.begin() + 1, found.end(), [&](const std::vector<Hit>& part) {
        const auto in_turn = std::find_if(part.begin(), part.end(), [&](const Hit& h) { return h.turn == whole.turn; });
        if (in_turn == part.end()) return false;
        whole.span = join(whole.span, in_turn->span);
        return true;
      });
      if (has_all) hits.push_back(whole);
    }
  }

  MatcherInfo info() const override {
    MatcherInfo info{"all", {}, {}};
    for (const auto& part : parts_) info.parts.push_back({"", part.get()});
    return info;
  }

  bool triggers(std::vector<PatternId>& ids) const override {
    // Any one part is necessary; the first that patterns can decide will do.
    return std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) {
      std::vector<PatternId> own;
      if (!part->triggers(own)) return false;
      ids.insert(ids.end(), own.begin(), own.end());
      return true;
    });
  }

 private:
  std::vector<std::unique_ptr<Matcher>> parts_;
  bool stays_in_turn_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher>, FindContext& context) {
  auto parts = read_find_list(value, "all", 2, context);
  if (parts.empty()) return nullptr;
  return std::make_unique<All>(std::move(parts));
}

}  // namespace

Operator all_operator() { return {"all", "all of these in one turn, or in one sentence inside `sentence`", false, read, finds(2)}; }

}  // namespace decant
