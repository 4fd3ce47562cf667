#include "pattern/prefilter.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "pattern/codes.h"
#include "pattern/rarity.h"

namespace decant {
namespace {

constexpr std::size_t block = 64;
// Around the codes: a gap, so that a word may begin or end with the text, and text_edge, which no literal passes. Behind
// them so many gaps that whole blocks, and windows from their last place on, can be read.
constexpr std::size_t margin_before = 2;
constexpr std::size_t margin_behind = 2 * block;

// Bit i: codes[i] is no gap. Eight codes at a time; no code has its high bit set.
uint64_t word_mask(const uint8_t* codes) {
  uint64_t mask = 0;
  for (std::size_t i = 0; i < block; i += 8) {
    uint64_t eight;
    std::memcpy(&eight, codes + i, sizeof eight);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    const uint64_t ones = ((eight + 0x7F7F7F7F7F7F7F7F) >> 7) & 0x0101010101010101;
    mask |= (ones * 0x0102040810204080 >> 56) << i;  // gathers the lowest bits of the bytes
  }
  return mask;
}

// The codes of `text`, with margins; returns where the text begins.
const uint8_t* recode(std::string_view text, std::vector<uint8_t>& codes) {
  const std::size_t size = margin_before + text.size() + margin_behind;
  if (codes.size() < size) codes.resize(size + size / 2);
  codes[0] = text_edge;
  codes[1] = code_gap;
  encode(text, codes.data() + margin_before);
  std::memset(codes.data() + margin_before + text.size(), code_gap, margin_behind - 1);
  codes[size - 1] = text_edge;
  return codes.data() + margin_before;
}

}  // namespace

// One table over one text. Places come in order, so turns do too.
class Prefilter::Pass {
 public:
  Pass(const Part& part, std::span<const Voices> voices_of, std::vector<Scratch::Seen>& seen_in, std::span<const Span> turns,
       std::span<const Voices> voices, Scratch& scratch, Candidates& candidates)
      : part_(part), voices_of_(voices_of), seen_in_(seen_in), turns_(turns), voices_(voices), scratch_(scratch), candidates_(candidates) {
    seen_in_.resize(seen_size);
    scratch_.places.resize(batch + block);
  }

  void run(const uint8_t* codes, std::size_t size, bool only_word_starts) {
    uint32_t* places = scratch_.places.data();
    uint64_t before = 0;
    std::size_t found = 0;
    for (std::size_t at = 0; at < size; at += block) {
      const uint64_t words = word_mask(codes + at);
      uint64_t asked = only_word_starts ? words & ~(words << 1 | before) : words;
      before = words >> 63;
      // No branch on what the table says: it cannot be foretold.
      for (; asked != 0; asked &= asked - 1) {
        const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(asked));
        places[found] = static_cast<uint32_t>(place);
        found += part_.table.may_have(codes + place);
      }
      if (found >= batch) {
        look_at(codes, {places, found});
        found = 0;
      }
    }
    look_at(codes, {places, found});
  }

 private:
  static constexpr std::size_t batch = 1024;
  static constexpr uint32_t seen_size = 512;  // a turn has a few dozen

  void look_at(const uint8_t* codes, std::span<const uint32_t> places) {
    for (uint32_t place : places) {
      while (turn_ + 1 < turns_.size() && turns_[turn_ + 1].begin <= place) ++turn_;
      const uint32_t stamp = scratch_.turns_before + turn_;
      part_.table.visit(codes + place, [&](uint32_t literal) {
        if ((part_.voices[literal] & voices_[turn_]) == 0) return;
        Scratch::Seen& seen = seen_in_[literal % seen_size];
        if ((seen.literal == literal && seen.turn == stamp) || !part_.table.stands_at(literal, codes + place)) return;
        seen = {literal, stamp};
        for (uint32_t i = part_.begins[literal]; i < part_.begins[literal + 1]; ++i) {
          const PatternId pattern = part_.patterns[i];
          if ((voices_of_[pattern] & voices_[turn_]) != 0) candidates_.add(pattern, turn_);
        }
      });
    }
  }

  const Part& part_;
  std::span<const Voices> voices_of_;
  std::vector<Scratch::Seen>& seen_in_;
  std::span<const Span> turns_;
  std::span<const Voices> voices_;
  Scratch& scratch_;
  Candidates& candidates_;
  uint32_t turn_ = 0;
};

void Prefilter::add(PatternId pattern, const std::string& literal) {
  const Anchor anchor = anchor_of(literal);
  Part& part = anchor.is_word_start ? at_words_ : anywhere_;
  const auto [known, is_new] = part.indices.try_emplace(literal, 0);
  if (is_new) {
    known->second = part.table.add(literal, anchor.at);
    part.by_literal.emplace_back();
  }
  part.by_literal[known->second].push_back(pattern);
}

void Prefilter::build() {
  for (Part* part : {&at_words_, &anywhere_}) {
    if (part->table.size() > 0) part->table.build();
    std::vector<uint32_t> begins{0};
    std::vector<PatternId> patterns;
    for (const std::vector<PatternId>& some : part->by_literal) {
      patterns.insert(patterns.end(), some.begin(), some.end());
      begins.push_back(static_cast<uint32_t>(patterns.size()));
    }
    part->begins = std::move(begins);
    part->patterns = std::move(patterns);
    part->by_literal = {};
    part->indices = {};
  }
}

void Prefilter::set_voices(std::span<const Voices> voices) {
  voices_ = voices;
  for (Part* part : {&at_words_, &anywhere_}) {
    std::vector<Voices> of_literals(part->table.size(), 0);
    for (std::size_t literal = 0; literal < of_literals.size(); ++literal)
      for (uint32_t i = part->begins[literal]; i < part->begins[literal + 1]; ++i) of_literals[literal] |= voices[part->patterns[i]];
    part->voices = std::move(of_literals);
  }
}

void Prefilter::store(TableWriter& writer) const {
  for (const Part* part : {&at_words_, &anywhere_}) {
    part->table.store(writer);
    writer.put(part->begins.view());
    writer.put(part->patterns.view());
    writer.put(part->voices.view());
  }
}

void Prefilter::load(TableReader& reader, std::span<const Voices> voices) {
  voices_ = voices;
  for (Part* part : {&at_words_, &anywhere_}) {
    part->table.load(reader);
    part->begins = Table(reader.get<uint32_t>());
    part->patterns = Table(reader.get<PatternId>());
    part->voices = Table(reader.get<Voices>());
  }
}

void Prefilter::scan(std::string_view text, std::span<const Span> turns, std::span<const Voices> voices, Scratch& scratch,
                     Candidates& candidates) const {
  if (empty() || turns.empty()) return;
  if (UINT32_MAX - scratch.turns_before < turns.size()) {
    scratch.seen_in_words.clear();
    scratch.seen_in_anywhere.clear();
    scratch.turns_before = 1;
  }
  const uint8_t* codes = recode(text, scratch.codes);
  if (at_words_.table.size() > 0) {
    Pass(at_words_, voices_, scratch.seen_in_words, turns, voices, scratch, candidates).run(codes, text.size(), true);
  }
  if (anywhere_.table.size() > 0) {
    Pass(anywhere_, voices_, scratch.seen_in_anywhere, turns, voices, scratch, candidates).run(codes, text.size(), false);
  }
  scratch.turns_before += static_cast<uint32_t>(turns.size());
}

}  // namespace decant
