#include "pattern/backtracker.h"

#include <algorithm>
#include <array>
#include <limits>

#include "pattern/byte_machine.h"

namespace decant {
namespace {

constexpr int most_copies = 32;
constexpr int most_copies_of_a_set = 1000;
constexpr std::size_t most_steps = 60'000;
constexpr std::size_t large = 8;  // ways from which on a table of them pays
// In one match, and in all of a turn for each of its bytes: beyond these, RE2 is the quicker one.
constexpr int64_t longest_walk = 4'000;
constexpr int64_t steps_a_byte = 32;
constexpr uint64_t any_byte = ~uint64_t{0};

constexpr auto first_bit_of_byte = [] {
  std::array<uint8_t, 256> bits{};
  for (std::size_t byte = 0; byte < bits.size(); ++byte) {
    const int index = word_index(static_cast<char>(byte));
    bits[byte] = static_cast<uint8_t>(index >= 0 ? index : 63);
  }
  return bits;
}();
constexpr uint8_t first_bit(char byte) { return first_bit_of_byte[static_cast<unsigned char>(byte)]; }

uint64_t first_bits(const CharacterSet& set) {
  uint64_t bits = set.others ? uint64_t{1} << 63 : 0;
  for (int c = 0; c < 0x80; ++c)
    if (set.has(static_cast<char>(c))) bits |= uint64_t{1} << first_bit(static_cast<char>(c));
  return bits;
}

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

uint64_t first_bits(char c, bool in_any_case) {
  const uint64_t bit = uint64_t{1} << first_bit(c);
  return in_any_case && c >= 'a' && c <= 'z' ? bit | uint64_t{1} << first_bit(static_cast<char>(c - 'a' + 'A')) : bit;
}

// Whether what may begin with `first` may begin at `at`.
bool may_begin(uint64_t first, std::string_view turn, std::size_t at) {
  return first == any_byte || (at < turn.size() && (first >> first_bit(turn[at]) & 1) != 0);
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

bool begins_with_text(const RegexPart& part) {
  switch (part.kind) {
    case RegexPart::Kind::begin: return true;
    case RegexPart::Kind::sequence: return !part.parts.empty() && begins_with_text(part.parts.front());
    case RegexPart::Kind::choice: return std::ranges::all_of(part.parts, begins_with_text);
    case RegexPart::Kind::repeated: return part.low > 0 && begins_with_text(part.parts.front());
    default: return false;
  }
}

}  // namespace

// From the end to the beginning, so that every part knows what follows it.
class Backtracker::Maker {
 public:
  explicit Maker(Backtracker& out) : out_(out) {}

  uint32_t add(const RegexPart& part, uint32_t next) {
    is_too_much_ |= out_.steps_.size() > most_steps;
    if (is_too_much_) return next;
    switch (part.kind) {
      case RegexPart::Kind::text: return text(part, next);
      case RegexPart::Kind::set: return put({Step::Kind::set, next, set(part.set), 0}, first_bits(part.set));
      case RegexPart::Kind::boundary: return put({Step::Kind::boundary, next, 0, 0}, first_[next]);
      case RegexPart::Kind::begin: return put({Step::Kind::begin, next, 0, 0}, first_[next]);
      case RegexPart::Kind::end: return put({Step::Kind::end, next, 0, 0}, any_byte);
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
  Way way_to(uint32_t step) const { return {step, first_[step]}; }
  bool is_too_much() const { return is_too_much_; }

 private:
  uint32_t put(Step step, uint64_t first) {
    out_.steps_.push_back(step);
    first_.push_back(first);
    return static_cast<uint32_t>(out_.steps_.size() - 1);
  }

  uint32_t text(const RegexPart& part, uint32_t next) {
    if (part.text.empty()) return next;
    const auto begin = static_cast<uint32_t>(out_.texts_.size());
    out_.texts_ += part.text;
    const Step::Kind kind = part.in_any_case ? Step::Kind::text_in_any_case : Step::Kind::text;
    return put({kind, next, begin, static_cast<uint32_t>(part.text.size())}, first_bits(part.text[0], part.in_any_case));
  }

  uint32_t set(const CharacterSet& characters) {
    out_.sets_.push_back(characters);
    return static_cast<uint32_t>(out_.sets_.size() - 1);
  }

  uint32_t choice(const std::vector<uint32_t>& ways) {
    if (ways.size() >= large) return large_choice(ways);
    const auto begin = static_cast<uint32_t>(out_.ways_.size());
    uint64_t first = 0;
    for (uint32_t way : ways) {
      out_.ways_.push_back(way_to(way));
      first |= first_[way];
    }
    return put({Step::Kind::choice, 0, begin, static_cast<uint32_t>(ways.size())}, first);
  }

  uint32_t large_choice(const std::vector<uint32_t>& ways) {
    const auto begin = static_cast<uint32_t>(out_.table_.size());
    uint64_t first = 0;
    for (uint32_t way : ways) first |= first_[way];
    for (std::size_t next = 0; next < firsts; ++next) {
      out_.table_.push_back(static_cast<uint32_t>(out_.large_ways_.size()));
      for (uint32_t way : ways)
        if (first_[way] == any_byte || (next < 64 && (first_[way] >> next & 1) != 0)) out_.large_ways_.push_back(way);
    }
    out_.table_.push_back(static_cast<uint32_t>(out_.large_ways_.size()));
    return put({Step::Kind::large_choice, 0, begin, 0}, first);
  }

  uint32_t repeated(const RegexPart& part, uint32_t next) {
    const RegexPart& inner = part.parts.front();
    const bool is_set = inner.kind == RegexPart::Kind::set;
    const int most = is_set ? most_copies_of_a_set : most_copies;
    is_too_much_ |= part.low > most || part.high > most || (part.high >= 0 && part.low > part.high);
    if (is_too_much_) return next;
    if (is_set && !part.is_lazy) {
      if (part.high == 0) return next;
      const auto high = part.high < 0 ? std::numeric_limits<uint32_t>::max() : static_cast<uint32_t>(part.high);
      out_.runs_.push_back({inner.set, static_cast<uint32_t>(part.low), high, first_[next]});
      const uint64_t first = first_bits(inner.set) | (part.low == 0 ? first_[next] : 0);
      return put({Step::Kind::run, next, static_cast<uint32_t>(out_.runs_.size() - 1), 0}, first);
    }
    if (part.high < 0) {
      next = loop(inner, next, part.is_lazy);
    } else {
      const uint32_t end = next;
      for (int i = part.low; i < part.high && !is_too_much_; ++i) next = once_more_or(end, add(inner, next), part.is_lazy);
    }
    for (int i = 0; i < part.low && !is_too_much_; ++i) next = add(inner, next);
    return next;
  }

  uint32_t once_more_or(uint32_t end, uint32_t body, bool is_lazy) { return is_lazy ? choice({end, body}) : choice({body, end}); }

  // Any number of times; what may be empty could go round for ever.
  uint32_t loop(const RegexPart& inner, uint32_t next, bool is_lazy) {
    is_too_much_ |= may_be_empty(inner);
    if (is_too_much_) return next;
    // The way into the body is known only when the body is, and the body leads back here.
    const uint32_t here = choice({next, next});
    const uint32_t body = add(inner, here);
    Way* ways = &out_.ways_[out_.steps_[here].begin];
    ways[is_lazy ? 1 : 0] = way_to(body);
    first_[here] |= first_[body];
    return here;
  }

  Backtracker& out_;
  std::vector<uint64_t> first_;  // by step
  bool is_too_much_ = false;
};

std::optional<Backtracker> Backtracker::of(const PatternSpec& spec) {
  std::optional<RegexPart> part = regex_tree(spec.regex, spec.is_raw);
  if (!part) return std::nullopt;
  if (!spec.is_raw) part = with_gaps_first(std::move(*part));
  Backtracker made;
  Maker maker(made);
  uint32_t end = maker.accept();
  if (!spec.is_raw && spec.word_end) end = maker.add({.kind = RegexPart::Kind::boundary}, end);
  uint32_t start = maker.add(*part, end);
  if (!spec.is_raw && spec.word_begin) start = maker.add({.kind = RegexPart::Kind::boundary}, start);
  made.start_ = maker.way_to(start);
  made.begins_with_text_ = begins_with_text(*part);
  if (maker.is_too_much()) return std::nullopt;
  return made;
}

Backtracker::Outcome Backtracker::walk(std::string_view turn, uint32_t start, uint32_t& end, int64_t& steps_left, Scratch& scratch) const {
  const std::string_view texts = texts_;
  scratch.assign({{start_.step, start}});
  for (; !scratch.empty(); --steps_left) {
    if (steps_left < 0) return Outcome::unknown;
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
        case Step::Kind::text_in_any_case:
          goes_on = at + step.size <= turn.size() && std::equal(turn.begin() + at, turn.begin() + at + step.size, texts.begin() + step.begin,
                                                                [](char said, char wanted) { return lowered(said) == wanted; });
          at += step.size;
          break;
        case Step::Kind::set:
          if (const uint32_t size = size_if_in(sets_[step.begin], turn, at)) at += size;
          else goes_on = false;
          break;
        case Step::Kind::boundary: goes_on = is_boundary(turn, at); break;
        case Step::Kind::begin: goes_on = at == 0; break;
        case Step::Kind::end: goes_on = at == turn.size(); break;
        case Step::Kind::run: {
          const Run& run = runs_[step.begin];
          for (uint32_t count = 0;; ++count, --steps_left) {
            if (count >= run.low && may_begin(run.first_behind, turn, at)) scratch.emplace_back(index, at);
            const uint32_t size = count < run.high ? size_if_in(run.set, turn, at) : 0;
            if (size == 0) break;
            at += size;
          }
          goes_on = false;
          break;
        }
        case Step::Kind::choice:
          for (uint32_t way = step.begin + step.size; way-- > step.begin;)
            if (may_begin(ways_[way].first, turn, at)) scratch.emplace_back(ways_[way].step, at);
          goes_on = false;
          break;
        case Step::Kind::large_choice: {
          const uint32_t* table = table_.data() + step.begin + (at < turn.size() ? first_bit(turn[at]) : firsts - 1);
          for (uint32_t way = table[1]; way-- > table[0];) scratch.emplace_back(large_ways_[way], at);
          goes_on = false;
          break;
        }
      }
    }
  }
  return Outcome::none;
}

Backtracker::Outcome Backtracker::match(std::string_view turn, uint32_t start, uint32_t& end, Scratch& scratch) const {
  int64_t steps_left = longest_walk;
  return walk(turn, start, end, steps_left, scratch);
}

bool Backtracker::find_all(std::string_view turn, uint32_t offset, Scratch& scratch, std::vector<Span>& matches) const {
  const std::size_t before = matches.size();
  int64_t steps_left = longest_walk + steps_a_byte * static_cast<int64_t>(turn.size());
  for (uint32_t at = 0; at < turn.size();) {
    uint32_t end = at;
    if (may_begin(start_.first, turn, at)) {
      const Outcome outcome = walk(turn, at, end, steps_left, scratch);
      if (outcome == Outcome::unknown) {
        matches.resize(before);
        return false;
      }
      if (outcome == Outcome::found && end > at) matches.push_back({offset + at, offset + end});
    }
    if (begins_with_text_) break;
    at = std::max(end, at + 1);
  }
  return true;
}

}  // namespace decant
