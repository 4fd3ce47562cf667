#include "pattern/phrase_matcher.h"

#include <algorithm>

#include "pattern/byte_machine.h"

namespace decant {
namespace {

constexpr int most_copies = 32;
constexpr std::size_t most_steps = 60'000;
// In one match: beyond this, RE2 is the quicker one.
constexpr int longest_walk = 4'000;
constexpr uint64_t any_byte = ~uint64_t{0};

constexpr int first_bit(char byte) {
  const int index = word_index(byte);
  return index >= 0 ? index : 63;
}

uint64_t first_bits(const CharacterSet& set) {
  uint64_t bits = set.others ? uint64_t{1} << 63 : 0;
  for (int c = 0; c < 0x80; ++c)
    if (set.has(static_cast<char>(c))) bits |= uint64_t{1} << first_bit(static_cast<char>(c));
  return bits;
}

// Bytes of the character at `at`; 0 if there is none that RE2 takes for one.
uint32_t size_of_character(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return 1;
  const uint32_t size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (at + size > text.size()) return 0;
  for (uint32_t i = 1; i < size; ++i)
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return 0;
  return size;
}

// Bytes of the character at `at` if it is one of `set`, else 0.
uint32_t size_if_in(const CharacterSet& set, std::string_view text, std::size_t at) {
  return at < text.size() && set.has(text[at]) ? size_of_character(text, at) : 0;
}

bool is_boundary(std::string_view text, std::size_t at) {
  const bool before = at > 0 && word_index(text[at - 1]) >= 0;
  const bool behind = at < text.size() && word_index(text[at]) >= 0;
  return before != behind;
}

}  // namespace

// From the end to the beginning, so that every part knows what follows it.
class PhraseMatcher::Maker {
 public:
  explicit Maker(PhraseMatcher& out) : out_(out) {}

  uint32_t add(const RegexPart& part, uint32_t next) {
    is_too_much_ |= out_.steps_.size() > most_steps;
    if (is_too_much_) return next;
    switch (part.kind) {
      case RegexPart::Kind::text: {
        if (part.text.empty()) return next;
        const auto begin = static_cast<uint32_t>(out_.texts_.size());
        out_.texts_ += part.text;
        return put({Step::Kind::text, next, begin, static_cast<uint32_t>(part.text.size())}, uint64_t{1} << first_bit(part.text[0]));
      }
      case RegexPart::Kind::set: return put({Step::Kind::set, next, set(part.set), 0}, first_bits(part.set));
      case RegexPart::Kind::boundary: return put({Step::Kind::boundary, next, 0, 0}, any_byte);
      case RegexPart::Kind::sequence:
        for (auto child = part.parts.rbegin(); child != part.parts.rend(); ++child) next = add(*child, next);
        return next;
      case RegexPart::Kind::choice: {
        std::vector<uint32_t> ways;
        for (const RegexPart& child : part.parts) ways.push_back(add(child, next));
        return choice(ways);
      }
      case RegexPart::Kind::repeated: return repeated(part, next);
    }
    return next;
  }

  uint32_t accept() { return put({Step::Kind::accept, 0, 0, 0}, any_byte); }
  bool is_too_much() const { return is_too_much_; }

 private:
  uint32_t put(Step step, uint64_t first) {
    out_.steps_.push_back(step);
    first_.push_back(first);
    return static_cast<uint32_t>(out_.steps_.size() - 1);
  }

  uint32_t set(const CharacterSet& characters) {
    out_.sets_.push_back(characters);
    return static_cast<uint32_t>(out_.sets_.size() - 1);
  }

  uint32_t choice(const std::vector<uint32_t>& ways) {
    const auto begin = static_cast<uint32_t>(out_.ways_.size());
    uint64_t first = 0;
    for (uint32_t way : ways) {
      out_.ways_.push_back({way, first_[way]});
      first |= first_[way];
    }
    return put({Step::Kind::choice, 0, begin, static_cast<uint32_t>(ways.size())}, first);
  }

  uint32_t repeated(const RegexPart& part, uint32_t next) {
    const RegexPart& inner = part.parts.front();
    if (part.high < 0) {
      // All that is repeated without limit in a phrase is a set, as long as it goes.
      is_too_much_ |= inner.kind != RegexPart::Kind::set || part.is_lazy || part.low > most_copies;
      if (is_too_much_) return next;
      next = put({Step::Kind::run, next, set(inner.set), 0}, first_bits(inner.set) | first_[next]);
      for (int i = 0; i < part.low; ++i) next = add(inner, next);
      return next;
    }
    is_too_much_ |= part.high > most_copies || part.low > part.high;
    const uint32_t end = next;
    for (int i = part.low; i < part.high && !is_too_much_; ++i) {
      const uint32_t body = add(inner, next);
      next = part.is_lazy ? choice({end, body}) : choice({body, end});
    }
    for (int i = 0; i < part.low && !is_too_much_; ++i) next = add(inner, next);
    return next;
  }

  PhraseMatcher& out_;
  std::vector<uint64_t> first_;  // by step
  bool is_too_much_ = false;
};

std::optional<PhraseMatcher> PhraseMatcher::of(const PatternSpec& spec) {
  if (spec.is_raw || !spec.word_begin) return std::nullopt;
  const std::optional<RegexPart> part = phrase_regex(spec.regex);
  if (!part) return std::nullopt;
  PhraseMatcher matcher;
  Maker maker(matcher);
  uint32_t end = maker.accept();
  if (spec.word_end) end = maker.add({.kind = RegexPart::Kind::boundary}, end);
  matcher.start_ = maker.add(*part, end);
  if (maker.is_too_much()) return std::nullopt;
  return matcher;
}

PhraseMatcher::Outcome PhraseMatcher::match(std::string_view turn, uint32_t start, uint32_t& end, Scratch& scratch) const {
  const std::string_view texts = texts_;
  scratch.assign({{start_, start}});
  for (int walked = 0; !scratch.empty(); ++walked) {
    if (walked > longest_walk) return Outcome::unknown;
    auto [index, at] = scratch.back();
    scratch.pop_back();
    // As long as there is one way only, it is gone without leaving a note.
    for (bool goes_on = true; goes_on;) {
      const Step& step = steps_[index];
      index = step.next;
      switch (step.kind) {
        case Step::Kind::accept: end = at; return Outcome::found;
        case Step::Kind::text:
          goes_on = turn.substr(at, step.size) == texts.substr(step.begin, step.size);
          at += step.size;
          break;
        case Step::Kind::set:
          if (const uint32_t size = size_if_in(sets_[step.begin], turn, at)) at += size;
          else goes_on = false;
          break;
        case Step::Kind::boundary: goes_on = is_boundary(turn, at); break;
        case Step::Kind::run: {
          const CharacterSet& set = sets_[step.begin];
          for (uint32_t size = 0; (size = size_if_in(set, turn, at)) != 0; at += size, ++walked) scratch.emplace_back(index, at);
          break;
        }
        case Step::Kind::choice: {
          const uint64_t next = at < turn.size() ? uint64_t{1} << first_bit(turn[at]) : 0;
          for (uint32_t way = step.begin + step.size; way-- > step.begin;) {
            const bool may_be = (ways_[way].first & next) != 0 || ways_[way].first == any_byte;
            if (may_be) scratch.emplace_back(ways_[way].step, at);
          }
          walked += static_cast<int>(step.size / 16);
          goes_on = false;
          break;
        }
      }
    }
  }
  return Outcome::none;
}

}  // namespace decant
