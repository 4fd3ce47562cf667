// Tells what the workers made, in the order of input: (file, member, part). A part knows whether another one follows, and so does a
// member, so nobody needs to know how many there will be. What must wait for later contacts of its case is held back, and all
// behind it.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "lint/across.h"
#include "lint/batch.h"
#include "lint/holding.h"
#include "lint/piece.h"
#include "lint/run_lines.h"

namespace decant {

class Teller {
 public:
  Teller(const RuleBook& book, BatchListener& listener) : listener_(listener), ledger_(book), lines_(book) {}

  // By any thread.
  void put(std::vector<std::pair<Key, Piece>> pieces);
  // By any thread: nothing more will be put.
  void close();

  // What follows: by one thread. Tells until all is told after close(); `told` is called with the key that comes next. False if the
  // listener has heard enough.
  bool run(const std::function<void(Key)>& told);
  // All contacts are known: the hearings are closed by `judge`.
  void release(const Judge& judge, Summary& summary);
  const RunLines& lines() const { return lines_; }

 private:
  bool tell(Piece piece);
  bool tell_or_hold(std::string text);

  BatchListener& listener_;
  AcrossLedger ledger_;
  RunLines lines_;
  Holding holding_;

  std::mutex mutex_;  // of all below
  std::condition_variable told_;
  std::map<Key, Piece> pieces_;
  Key telling_;
  bool is_closed_ = false;
};

}  // namespace decant
