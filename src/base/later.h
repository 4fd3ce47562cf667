// A value that is made when somebody first asks for it, by whichever thread that is.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include "base/made_once.h"

namespace decant {

template <typename T>
class Later {
 public:
  // Nothing, which nobody may ask for.
  Later() = default;
  // What is known already.
  explicit Later(T value) : state_(std::make_unique<State>()) { state_->known = new T(std::move(value)); }
  // `make` may be called by several threads at once; what it reads outlives this.
  explicit Later(std::function<T()> make) : state_(std::make_unique<State>()) { state_->make = std::move(make); }

  const T& operator*() const {
    return made_once<T>(state_->known, [&] { return std::make_unique<const T>(state_->make()); });
  }
  const T* operator->() const { return &**this; }

 private:
  struct State {
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { delete known.load(); }

    std::function<T()> make;
    std::atomic<const T*> known = nullptr;
  };
  std::unique_ptr<State> state_;
};

}  // namespace decant
