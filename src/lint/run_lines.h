// Lines that many agents say word for word, counted over a whole run in bounded memory.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rule/rule_book.h"

namespace decant {

// One line as one agent said it.
struct LineSaid {
  uint32_t rule = 0;
  uint64_t agent = 0;  // a hash of the name
  std::string line;    // folded, in lower case
};

// A line that so many agents said that its rule counts it.
struct RepeatedLine {
  const Rule* rule = nullptr;
  std::string line;
  uint64_t agents = 0;
  uint64_t times = 0;
};

class RunLines {
 public:
  explicit RunLines(const RuleBook& book) : book_(book) {}

  // REQUIRES: called in input order, so that what is forgotten does not depend on the number of workers.
  void add(LineSaid said);
  // By rule, the most repeated first.
  std::vector<RepeatedLine> result() const;
  // Lines that one agent alone had said when there was no room for more; they may have been said again later.
  uint64_t forgotten() const { return forgotten_; }

 private:
  struct Count {
    std::set<uint64_t> agents;
    uint64_t times = 0;
  };
  const RuleBook& book_;
  std::map<std::pair<uint32_t, std::string>, Count> counts_;
  uint64_t forgotten_ = 0;
};

}  // namespace decant
