#include "pattern/backtracker.h"

#include <algorithm>
#include <array>
#include <limits>

#include "pattern/byte_machine.h"

namespace decant {
namespace {

constexpr int most_copies = 32;
constexpr int most_copies_of_a_set = 1000;
constexpr std::size_t most_of_a_kind = 60'000;
constexpr std::size_t longest_text = 255;
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

// Of a part that may not be empty.
uint64_t first_bits(const RegexPart& part) {
  switch (part.kind) {
    case RegexPart::Kind::text: return part.text.empty() ? 0 : first_bits(part.text[0], part.in_any_case);
    case RegexPart::Kind::set: return first_bits(part.set);
    case RegexPart::Kind::boundary:
    case RegexPart::Kind::begin:
    case RegexPart::Kind::end: return 0;
    case RegexPart::Kind::repeated: return first_bits(part.parts.front());
    case RegexPart::Kind::choice:
    case RegexPart::Kind::sequence: break;
  }
  uint64_t bits = 0;
  for (const RegexPart& child : part.parts) {
    bits |= first_bits(child);
    if (part.kind == RegexPart::Kind::sequence && !may_be_empty(child)) break;
  }
  return bits;
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
  uint32_t add(const RegexPart& part, uint32_t next) {
    if (is_too_much()) return next;
    switch (part.kind) {
      case RegexPart::Kind::text: return text(part, next);
      case RegexPart::Kind::set: {
        const std::size_t index = sets_.size();
        sets_.push_back(part.set);
        return put(Step::Kind::set, 0, next, index, first_bits(part.set));
      }
      case RegexPart::Kind::boundary: return put(Step::Kind::boundary, 0, next, 0, first_[next]);
      case RegexPart::Kind::begin: return put(Step::Kind::begin, 0, next, 0, first_[next]);
      case RegexPart::Kind::end: return put(Step::Kind::end, 0, next, 0, any_byte);
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

  uint32_t accept() { return put(Step::Kind::accept, 0, 0, 0, any_byte); }
  bool is_too_much() const { return is_too_much_ || is_full(); }

  Backtracker finish(uint32_t start, bool is_at_begin) {
    Backtracker out;
    out.start_ = std::vector{Start{first_[start], start, is_at_begin}};
    out.steps_ = std::move(steps_);
    out.texts_ = std::move(texts_);
    out.sets_ = std::move(sets_);
    out.runs_ = std::move(runs_);
    out.ways_ = std::move(ways_);
    out.firsts_ = std::move(firsts_);
    out.table_ = std::move(table_);
    out.large_ways_ = std::move(large_ways_);
    return out;
  }

 private:
  // So full that what one more part adds might be too much to count.
  bool is_full() const {
    return std::max({steps_.size(), texts_.size(), sets_.size(), runs_.size(), ways_.size(), table_.size(), large_ways_.size()}) >
           most_of_a_kind;
  }

  uint32_t put(Step::Kind kind, std::size_t size, uint32_t next, std::size_t begin, uint64_t first) {
    steps_.push_back({kind, static_cast<uint8_t>(size), static_cast<uint16_t>(next), static_cast<uint16_t>(begin)});
    first_.push_back(first);
    return static_cast<uint32_t>(steps_.size() - 1);
  }

  uint32_t text(const RegexPart& part, uint32_t next) {
    const Step::Kind kind = part.in_any_case ? Step::Kind::text_in_any_case : Step::Kind::text;
    for (std::size_t end = part.text.size(); end > 0;) {
      const std::size_t size = std::min(end, longest_text);
      const std::string_view piece = std::string_view(part.text).substr(end - size, size);
      const std::size_t begin = texts_.size();
      texts_.insert(texts_.end(), piece.begin(), piece.end());
      next = put(kind, size, next, begin, first_bits(piece[0], part.in_any_case));
      end -= size;
    }
    return next;
  }

  uint32_t choice(const std::vector<uint32_t>& ways) {
    if (ways.size() >= large) return large_choice(ways);
    const std::size_t begin = ways_.size();
    uint64_t first = 0;
    for (uint32_t way : ways) {
      ways_.push_back(static_cast<uint16_t>(way));
      firsts_.push_back(first_[way]);
      first |= first_[way];
    }
    return put(Step::Kind::choice, ways.size(), 0, begin, first);
  }

  uint32_t large_choice(const std::vector<uint32_t>& ways) {
    const std::size_t begin = table_.size();
    uint64_t first = 0;
    for (uint32_t way : ways) first |= first_[way];
    for (std::size_t next = 0; next < nexts; ++next) {
      table_.push_back(static_cast<uint16_t>(large_ways_.size()));
      for (uint32_t way : ways)
        if (first_[way] == any_byte || (next < 64 && (first_[way] >> next & 1) != 0)) large_ways_.push_back(static_cast<uint16_t>(way));
      is_too_much_ |= is_full();
    }
    table_.push_back(static_cast<uint16_t>(large_ways_.size()));
    return put(Step::Kind::large_choice, 0, 0, begin, first);
  }

  uint32_t repeated(const RegexPart& part, uint32_t next) {
    const RegexPart& inner = part.parts.front();
    const bool is_set = inner.kind == RegexPart::Kind::set;
    const int most = is_set ? most_copies_of_a_set : most_copies;
    is_too_much_ |= part.low > most || part.high > most || (part.high >= 0 && part.low > part.high);
    if (is_too_much_) return next;
    if (is_set && !part.is_lazy) {
      if (part.high == 0) return next;
      const std::size_t index = runs_.size();
      const auto high = part.high < 0 ? std::numeric_limits<uint32_t>::max() : static_cast<uint32_t>(part.high);
      runs_.push_back({inner.set, static_cast<uint32_t>(part.low), high, first_[next]});
      return put(Step::Kind::run, 0, next, index, first_bits(inner.set) | (part.low == 0 ? first_[next] : 0));
    }
    if (part.high < 0) {
      next = loop(inner, next, part.is_lazy);
    } else {
      const uint32_t end = next;
      for (int i = part.low; i < part.high && !is_too_much(); ++i) next = once_more_or(end, add(inner, next), part.is_lazy);
    }
    for (int i = 0; i < part.low && !is_too_much(); ++i) next = add(inner, next);
    return next;
  }

  uint32_t once_more_or(uint32_t end, uint32_t body, bool is_lazy) { return is_lazy ? choice({end, body}) : choice({body, end}); }

  // Any number of times; what may be empty could go round for ever.
  uint32_t loop(const RegexPart& inner, uint32_t next, bool is_lazy) {
    is_too_much_ |= may_be_empty(inner);
    if (is_too_much_) return next;
    // The way into the body is known only when the body is, and the body leads back here: what it asks of this place must be known before.
    const uint32_t here = choice({next, next});
    first_[here] |= first_bits(inner);
    const uint32_t body = add(inner, here);
    const std::size_t way = steps_[here].begin + (is_lazy ? 1 : 0);
    ways_[way] = static_cast<uint16_t>(body);
    firsts_[way] = first_[body];
    return here;
  }

  std::vector<Step> steps_;
  std::vector<uint64_t> first_;  // by step
  std::vector<char> texts_;
  std::vector<CharacterSet> sets_;
  std::vector<Run> runs_;
  std::vector<uint16_t> ways_;
  std::vector<uint64_t> firsts_;
  std::vector<uint16_t> table_, large_ways_;
  bool is_too_much_ = false;
};

std::optional<Backtracker> Backtracker::of(const PatternSpec& spec) {
  std::optional<RegexPart> part = regex_tree(spec.regex, spec.is_raw);
  if (!part) return std::nullopt;
  if (!spec.is_raw) part = with_gaps_first(std::move(*part));
  Maker maker;
  uint32_t end = maker.accept();
  if (!spec.is_raw && spec.word_end) end = maker.add({.kind = RegexPart::Kind::boundary}, end);
  uint32_t start = maker.add(*part, end);
  if (!spec.is_raw && spec.word_begin) start = maker.add({.kind = RegexPart::Kind::boundary}, start);
  if (maker.is_too_much()) return std::nullopt;
  return maker.finish(start, begins_with_text(*part));
}

std::string Backtracker::stored() const {
  TableWriter writer;
  writer.put(start_.view());
  writer.put(steps_.view());
  writer.put(texts_.view());
  writer.put(sets_.view());
  writer.put(runs_.view());
  writer.put(ways_.view());
  writer.put(firsts_.view());
  writer.put(table_.view());
  writer.put(large_ways_.view());
  return writer.take();
}

Backtracker Backtracker::load(std::string_view bytes) {
  TableReader reader(bytes);
  Backtracker out;
  out.start_ = Table(reader.get<Start>());
  out.steps_ = Table(reader.get<Step>());
  out.texts_ = Table(reader.get<char>());
  out.sets_ = Table(reader.get<CharacterSet>());
  out.runs_ = Table(reader.get<Run>());
  out.ways_ = Table(reader.get<uint16_t>());
  out.firsts_ = Table(reader.get<uint64_t>());
  out.table_ = Table(reader.get<uint16_t>());
  out.large_ways_ = Table(reader.get<uint16_t>());
  return out;
}

Backtracker::Outcome Backtracker::walk(std::string_view turn, uint32_t start, uint32_t& end, int64_t& steps_left, Scratch& scratch) const {
  scratch.assign({{start_[0].step, start}});
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
          goes_on = turn.substr(at, step.size) == std::string_view(texts_.view().data() + step.begin, step.size);
          at += step.size;
          break;
        case Step::Kind::text_in_any_case:
          goes_on = std::ranges::equal(turn.substr(at, step.size), texts_.view().subspan(step.begin, step.size), {}, lowered);
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
          for (std::size_t way = std::size_t{step.begin} + step.size; way-- > step.begin;)
            if (may_begin(firsts_[way], turn, at)) scratch.emplace_back(ways_[way], at);
          goes_on = false;
          break;
        case Step::Kind::large_choice: {
          const std::size_t next = step.begin + (at < turn.size() ? first_bit(turn[at]) : nexts - 1);
          for (std::size_t way = table_[next + 1]; way-- > table_[next];) scratch.emplace_back(large_ways_[way], at);
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
    if (may_begin(start_[0].first, turn, at)) {
      const Outcome outcome = walk(turn, at, end, steps_left, scratch);
      if (outcome == Outcome::unknown) {
        matches.resize(before);
        return false;
      }
      if (outcome == Outcome::found && end > at) matches.push_back({offset + at, offset + end});
    }
    if (start_[0].is_at_begin) break;
    at = std::max(end, at + 1);
  }
  return true;
}

}  // namespace decant
