#include "pattern/compiled_patterns.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "pattern/backtracker.h"
#include "pattern/word_net.h"

namespace decant {
namespace {

// All `pieces` in one, those first that are used most for what they take up; tell(index, place) says where each went.
template <typename Piece, typename Tell>
auto placed(const std::vector<Piece>& pieces, std::span<const double> uses, Tell&& tell) {
  std::vector<std::size_t> order(pieces.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return uses[i] / static_cast<double>(pieces[i].size() + 1); });
  std::vector<typename Piece::value_type> all;
  for (const std::size_t i : order) {
    tell(i, static_cast<uint32_t>(all.size()), static_cast<uint32_t>(pieces[i].size()));
    all.insert(all.end(), pieces[i].begin(), pieces[i].end());
  }
  return all;
}

}  // namespace

void Triggers::store(TableWriter& writer) const {
  phrases.store(writer);
  raws.store(writer);
  writer.put(without_literals.view());
  writer.put(raw.view());
}

void Triggers::load(TableReader& reader, std::span<const Voices> voices) {
  phrases.load(reader, voices);
  raws.load(reader, voices);
  without_literals = Table(reader.get<PatternId>());
  raw = Table(reader.get<PatternId>());
}

void Triggers::set_voices(std::span<const Voices> voices) {
  phrases.set_voices(voices);
  raws.set_voices(voices);
}

CompiledPatterns::CompiledPatterns(std::string_view bytes) {
  if (bytes.empty()) return;
  TableReader reader(bytes);
  rows_ = reader.get<Row>();
  regexes_ = reader.get<char>();
  nets_ = reader.get<uint16_t>();
  backtrackers_ = reader.get<char>();
  voices_ = reader.get<Voices>();
  triggers_.load(reader, voices_);
}

std::string CompiledPatterns::written(std::span<const PatternSpec> specs, std::span<const Voices> voices, std::span<const double> uses,
                                      const Triggers& triggers) {
  std::vector<Row> rows;
  std::vector<char> regexes;
  std::vector<std::vector<uint16_t>> nets;
  std::vector<std::string> backtrackers;
  for (const PatternSpec& spec : specs) {
    const PatternView pattern(spec);
    const std::optional<Backtracker> backtracker = Backtracker::of(spec);
    rows.push_back({.regex = {static_cast<uint32_t>(regexes.size()), static_cast<uint32_t>(spec.regex.size())}, .net = {}, .backtracker = {},
                    .is_raw = pattern.is_raw, .word_begin = pattern.word_begin, .word_end = pattern.word_end, .is_ascii = pattern.is_ascii});
    regexes.insert(regexes.end(), spec.regex.begin(), spec.regex.end());
    nets.push_back(word_net_of(spec));
    backtrackers.push_back(backtracker ? backtracker->stored() : std::string());
  }
  const std::vector<uint16_t> all_nets = placed(nets, uses, [&](std::size_t id, uint32_t begin, uint32_t size) { rows[id].net = {begin, size}; });
  const std::vector<char> all_backtrackers = placed(backtrackers, uses, [&](std::size_t id, uint32_t begin, uint32_t size) { rows[id].backtracker = {begin, size}; });
  TableWriter writer;
  writer.put(std::span<const Row>(rows));
  writer.put(std::span<const char>(regexes));
  writer.put(std::span<const uint16_t>(all_nets));
  writer.put(std::span<const char>(all_backtrackers));
  writer.put(voices);
  triggers.store(writer);
  return writer.take();
}

PatternView CompiledPatterns::pattern(PatternId id) const {
  const Row& row = rows_[id];
  return {{regexes_.data() + row.regex.begin, row.regex.size}, row.is_raw != 0, row.word_begin != 0, row.word_end != 0, row.is_ascii != 0};
}

std::span<const uint16_t> CompiledPatterns::net(PatternId id) const { return nets_.subspan(rows_[id].net.begin, rows_[id].net.size); }

std::string_view CompiledPatterns::backtracker(PatternId id) const {
  const Place place = rows_[id].backtracker;
  return {backtrackers_.data() + place.begin, place.size};
}

}  // namespace decant
