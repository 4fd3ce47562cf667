#include "lint/teller.h"

#include <utility>

namespace decant {

void Teller::put(std::vector<std::pair<Key, Piece>> pieces) {
  const std::lock_guard lock(mutex_);
  for (auto& [key, piece] : pieces) {
    if (key == telling_) told_.notify_one();
    pieces_.emplace(key, std::move(piece));
  }
}

void Teller::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  told_.notify_one();
}

bool Teller::run(const std::function<void(Key)>& told) {
  std::unique_lock lock(mutex_);
  for (;;) {
    told_.wait(lock, [&] { return pieces_.count(telling_) || is_closed_; });
    const auto found = pieces_.find(telling_);
    if (found == pieces_.end()) return true;
    Piece piece = std::move(found->second);
    pieces_.erase(found);
    telling_ = !piece.is_last          ? Key{telling_.file, telling_.member, telling_.part + 1}
               : !piece.is_last_member ? Key{telling_.file, telling_.member + 1}
                                       : Key{telling_.file + 1};
    const Key next = telling_;
    lock.unlock();
    told(next);
    if (!tell(std::move(piece))) return false;
    lock.lock();
  }
}

bool Teller::tell(Piece piece) {
  if (!piece.errors.empty() && !listener_.tell({}, piece.errors)) return false;
  for (LineSaid& line : piece.lines) lines_.add(std::move(line));
  if (!tell_or_hold(std::move(piece.texts[0]))) return false;
  for (Said& said : piece.said) {
    const std::size_t contact = ledger_.add(std::move(said.contact));
    if (!said.adjourned) continue;
    holding_.keep(std::move(said.adjourned), contact);
    if (!tell_or_hold(std::move(piece.texts[said.text]))) return false;
  }
  return true;
}

bool Teller::tell_or_hold(std::string text) {
  if (text.empty()) return true;
  if (holding_.is_empty()) return listener_.tell(std::move(text), {});
  holding_.keep(text);
  return true;
}

void Teller::release(const Judge& judge, Summary& summary) {
  holding_.release([&](std::string text) { return listener_.tell(std::move(text), {}); },
                   [&](Holding::Entry& entry) {
                     Verdict verdict = judge.settle(std::move(*entry.hearing), ledger_.reached(entry.contact));
                     listener_.amend(verdict);
                     summary.add(verdict);
                     std::string text;
                     listener_.render(verdict, text);
                     return text.empty() || listener_.tell(std::move(text), {});
                   });
}

}  // namespace decant
