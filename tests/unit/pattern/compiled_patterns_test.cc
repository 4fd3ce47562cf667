#include "pattern/compiled_patterns.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "unit/pattern/sample_text.h"

namespace decant {
namespace {

PatternSpec phrase(std::string regex) { return {.regex = std::move(regex)}; }
PatternSpec raw(std::string regex) { return {.regex = std::move(regex), .is_raw = true}; }

// As they lie in the program: at a place where every type may begin.
class Placed {
 public:
  explicit Placed(const std::string& bytes) : storage_(bytes.size() + table_alignment), size_(bytes.size()) {
    void* place = storage_.data();
    std::size_t room = storage_.size();
    begin_ = static_cast<char*>(std::align(table_alignment, size_, place, room));
    std::copy(bytes.begin(), bytes.end(), begin_);
  }
  std::string_view bytes() const { return {begin_, size_}; }

 private:
  std::vector<char> storage_;
  char* begin_ = nullptr;
  std::size_t size_;
};

std::string compiled(const std::vector<PatternSpec>& specs) {
  PatternSet set;
  for (const PatternSpec& spec : specs) set.add(spec);
  set.build();
  return set.compiled();
}

TEST_CASE("compiled patterns find what they found, beside those that are added") {
  const std::vector<PatternSpec> specs = {phrase("we (?:can_t|cannot)"), raw("sorr(?:y|ies)"), raw("^\\w{3}$"), phrase("no")};
  const Placed placed(compiled(specs));
  PatternSet set(placed.bytes());
  REQUIRE(set.size() == specs.size());
  for (PatternId id = 0; id < specs.size(); ++id) CHECK(set.spec(id) == specs[id]);
  const PatternId added = set.add(phrase("can not"));
  CHECK(added == specs.size());
  set.build();

  Scan fast(set), slow(set, Scan::Engine::naive);
  const FoldedText text = sample_text({"Sorry, we can't, we can not", "abc", "no we cannot"});
  fast.start(text);
  slow.start(text);
  std::size_t matches = 0;
  for (PatternId id = 0; id < set.size(); ++id)
    for (uint32_t turn = 0; turn < text.turns.size(); ++turn) {
      CHECK(std::ranges::equal(fast.find(id, turn), slow.find(id, turn)));
      matches += fast.find(id, turn).size();
    }
  CHECK(matches == 6);
}

TEST_CASE("the same patterns are the same bytes") {
  const std::vector<PatternSpec> specs = {phrase("(?:i|we) can_?t"), phrase("refus[a-z0-9_]*"), raw("\\d{4}")};
  CHECK(compiled(specs) == compiled(specs));
}

TEST_CASE("no patterns compile to a set of none") {
  const Placed placed(compiled({}));
  PatternSet set(placed.bytes());
  CHECK(set.size() == 0);
  set.build();
  Scan scan(set);
  scan.start(sample_text({"x"}));
  CHECK(scan.candidates().empty());
}

}  // namespace
}  // namespace decant
