#include "pattern/byte_machine.h"

#include <algorithm>
#include <utility>

#include "pattern/regex_tree.h"

namespace decant {
namespace {

constexpr std::size_t most_states = 40'000;
constexpr int most_copies = 32;

ByteSet bytes_of(const CharacterSet& set) {
  ByteSet out{.rest = set.others};
  for (int c = 0; c < 0x80; ++c) {
    if (!set.has(static_cast<char>(c))) continue;
    if (c == ' ') out.space = true;
    else if (const int index = word_index(static_cast<char>(c)); index >= 0) out.word |= uint64_t{1} << index;
    else out.rest = true;
  }
  return out;
}

ByteSet bytes_of(char c) {
  CharacterSet set;
  set.add(c);
  return bytes_of(set);
}

// From the end to the beginning, so that every part knows what follows it.
class Builder {
 public:
  ByteMachine::State build(const RegexPart& part, ByteMachine::State next) {
    if (is_too_large()) return next;
    switch (part.kind) {
      case RegexPart::Kind::text:
        for (auto c = part.text.rbegin(); c != part.text.rend(); ++c) next = add({bytes_of(*c), next, {}});
        return next;
      case RegexPart::Kind::set: return add({bytes_of(part.set), next, {}});
      case RegexPart::Kind::boundary:
      case RegexPart::Kind::begin:
      case RegexPart::Kind::end: return next;
      case RegexPart::Kind::sequence:
        for (auto child = part.parts.rbegin(); child != part.parts.rend(); ++child) next = build(*child, next);
        return next;
      case RegexPart::Kind::choice: {
        std::vector<ByteMachine::State> ways;
        for (const RegexPart& child : part.parts) ways.push_back(build(child, next));
        return add({{}, 0, std::move(ways)});
      }
      case RegexPart::Kind::repeated: return repeated(part, next);
    }
    return next;
  }

  bool is_too_large() const { return is_too_large_ || states_.size() > most_states; }
  std::vector<ByteMachine::Edge> take() { return std::move(states_); }

 private:
  ByteMachine::State add(ByteMachine::Edge edge) {
    states_.push_back(std::move(edge));
    return static_cast<ByteMachine::State>(states_.size() - 1);
  }

  ByteMachine::State repeated(const RegexPart& part, ByteMachine::State next) {
    is_too_large_ |= part.low > most_copies || part.high > most_copies;
    if (is_too_large()) return next;
    if (part.high < 0) {
      const ByteMachine::State loop = add({});
      const ByteMachine::State body = build(part.parts.front(), loop);
      states_[loop].also = {body, next};
      next = loop;
    }
    ByteMachine::State end = next;
    for (int i = part.low; i < part.high; ++i) {
      const ByteMachine::State body = build(part.parts.front(), next);
      next = add({{}, 0, {body, end}});
    }
    for (int i = 0; i < part.low; ++i) next = build(part.parts.front(), next);
    return next;
  }

  std::vector<ByteMachine::Edge> states_{1};
  bool is_too_large_ = false;
};

}  // namespace

std::optional<ByteMachine> byte_machine_of(std::string_view regex) {
  // What matches beyond ASCII is RE2's, with other boundaries (regex.h).
  if (std::ranges::any_of(regex, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return std::nullopt;
  const std::optional<RegexPart> part = regex_tree(regex, false);
  if (!part) return std::nullopt;
  Builder builder;
  ByteMachine machine;
  machine.start = builder.build(*part, ByteMachine::accept);
  if (builder.is_too_large()) return std::nullopt;
  machine.states = builder.take();
  return machine;
}

}  // namespace decant
