// What many threads share and the first who needs it makes: without a lock, at the price that two may make it at the same time and
// one of them has worked for nothing.
#pragma once

#include <atomic>
#include <memory>

namespace decant {

// `slot` is null until somebody made something, and is deleted by whoever owns it. `make` returns a unique_ptr<const T>.
template <typename T, typename Make>
const T& made_once(std::atomic<const T*>& slot, Make&& make) {
  if (const T* known = slot.load(std::memory_order_acquire)) return *known;
  std::unique_ptr<const T> made = make();
  const T* known = nullptr;
  if (!slot.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) return *known;
  return *made.release();
}

}  // namespace decant
