#include "pattern/literal_table.h"

#include <algorithm>
#include <array>

#include "pattern/codes.h"

namespace decant {

uint32_t LiteralTable::add(std::string_view codes, std::size_t anchor) {
  const uint32_t begin = static_cast<uint32_t>(made_.codes.size());
  made_.codes.insert(made_.codes.end(), codes.begin(), codes.end());
  made_.literals.push_back({begin, begin + static_cast<uint32_t>(anchor), static_cast<uint32_t>(made_.codes.size())});
  return static_cast<uint32_t>(made_.literals.size() - 1);
}

void LiteralTable::build() {
  made_.filter.assign((std::size_t{1} << filter_bits) / 64, 0);
  made_.short_filter.assign((std::size_t{1} << 5 * short_size) / 64, 0);
  std::string look;
  for (uint32_t index = 0; index < made_.literals.size(); ++index) {
    const Literal& literal = made_.literals[index];
    enter(index, literal.anchor, look, literal.end - literal.anchor < window_size);
  }
  std::ranges::sort(made_.entries);

  std::vector<uint32_t> buckets((std::size_t{1} << bucket_bits) + 1, 0);
  std::vector<Look> looks;
  std::vector<uint32_t> members;
  const Entry* last = nullptr;
  for (const Entry& entry : made_.entries) {
    const bool is_alike = last != nullptr && last->bucket == entry.bucket &&
                          last->codes == entry.codes && last->mask == entry.mask;
    if (!is_alike) {
      looks.push_back({entry.codes, entry.mask, static_cast<uint32_t>(members.size())});
      ++buckets[entry.bucket + 1];
    }
    members.push_back(entry.literal);
    last = &entry;
  }
  looks.push_back({0, 0, static_cast<uint32_t>(members.size())});
  for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];

  codes_ = std::move(made_.codes);
  literals_ = std::move(made_.literals);
  filter_.words = std::move(made_.filter);
  short_filter_.words = std::move(made_.short_filter);
  buckets_ = std::move(buckets);
  looks_ = std::move(looks);
  members_ = std::move(members);
  made_ = {};
}

void LiteralTable::store(TableWriter& writer) const {
  writer.put(codes_.view());
  writer.put(literals_.view());
  writer.put(filter_.words.view());
  writer.put(short_filter_.words.view());
  writer.put(buckets_.view());
  writer.put(looks_.view());
  writer.put(members_.view());
}

void LiteralTable::load(TableReader& reader) {
  codes_ = Table(reader.get<char>());
  literals_ = Table(reader.get<Literal>());
  filter_.words = Table(reader.get<uint64_t>());
  short_filter_.words = Table(reader.get<uint64_t>());
  buckets_ = Table(reader.get<uint32_t>());
  looks_ = Table(reader.get<Look>());
  members_ = Table(reader.get<uint32_t>());
}

// Enters the literal under every look that a text may have at its anchor: the codes in `look`, then what follows from
// `position` of codes_ on. A look has a window's codes at least, and ends at the second gap of a run, as what follows
// may be anywhere then.
void LiteralTable::enter(uint32_t index, std::size_t position, std::string& look, bool is_short) {
  constexpr char gap = static_cast<char>(code_gap);
  constexpr std::string_view run("\0\0", 2);
  const bool is_over = position == made_.literals[index].end;
  const bool may_end = look.size() >= (is_short ? short_size : window_size);
  if (look.size() == look_size || (may_end && (is_over || look.find(run) != std::string::npos))) {
    enter_look(index, look, is_short);
    return;
  }
  const auto go_on_with = [&](char code, std::size_t next) {
    look += code;
    enter(index, next, look, is_short);
    look.pop_back();
  };
  if (is_over) {
    for (int code = 0; code < code_count; ++code) go_on_with(static_cast<char>(code), position);
    return;
  }
  go_on_with(made_.codes[position], position + 1);
  if (made_.codes[position] != gap && look.ends_with(gap)) go_on_with(gap, position);
}

void LiteralTable::enter_look(uint32_t index, std::string_view look, bool is_short) {
  std::array<uint8_t, look_size> bytes{};
  std::array<uint8_t, look_size> mask{};
  std::ranges::copy(look, bytes.begin());
  std::fill_n(mask.begin(), look.size(), uint8_t{0xFF});
  const uint64_t codes = codes_at(bytes.data());
  const uint64_t window = is_short ? short_window(codes) : window_of(codes);
  if (is_short) {
    made_.short_filter[window >> 6] |= uint64_t{1} << (window & 63);
  } else {
    made_.filter[slot_of(window) >> 6] |= uint64_t{1} << (slot_of(window) & 63);
  }
  made_.entries.push_back({bucket_of(window), codes, codes_at(mask.data()), index});
}

bool LiteralTable::stands_at(uint32_t index, const uint8_t* place) const {
  const Literal& literal = literals_[index];
  const uint8_t* text = place;
  for (std::size_t i = literal.anchor; i < literal.end; ++i, ++text) {
    if (static_cast<uint8_t>(codes_[i]) != *text) return false;
    if (*text == code_gap && i + 1 < literal.end) {
      while (text[1] == code_gap) ++text;
    }
  }
  text = place;
  for (std::size_t i = literal.anchor; i > literal.begin; --i) {
    --text;
    if (static_cast<uint8_t>(codes_[i - 1]) != *text) return false;
    if (*text == code_gap && i - 1 > literal.begin) {
      while (text[-1] == code_gap) --text;
    }
  }
  return true;
}

}  // namespace decant
