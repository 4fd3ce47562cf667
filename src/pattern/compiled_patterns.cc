#include "pattern/compiled_patterns.h"

#include "pattern/backtracker.h"
#include "pattern/word_net.h"

namespace decant {

void Triggers::store(TableWriter& writer) const {
  phrases.store(writer);
  raws.store(writer);
  writer.put(without_literals.view());
  writer.put(raw.view());
}

void Triggers::load(TableReader& reader) {
  phrases.load(reader);
  raws.load(reader);
  without_literals = Table(reader.get<PatternId>());
  raw = Table(reader.get<PatternId>());
}

CompiledPatterns::CompiledPatterns(std::string_view bytes) {
  if (bytes.empty()) return;
  TableReader reader(bytes);
  rows_ = reader.get<Row>();
  regexes_ = reader.get<char>();
  nets_ = reader.get<uint16_t>();
  backtrackers_ = reader.get<char>();
  voices_ = reader.get<Voices>();
  triggers_.load(reader);
}

std::string CompiledPatterns::written(std::span<const PatternSpec> specs, std::span<const Voices> voices,
                                      const Triggers& triggers) {
  std::vector<Row> rows;
  std::vector<char> regexes;
  std::vector<uint16_t> nets;
  std::string backtrackers;
  for (const PatternSpec& spec : specs) {
    const WordNet net = word_net_of(spec);
    const std::optional<Backtracker> backtracker = Backtracker::of(spec);
    const std::string stored = backtracker ? backtracker->stored() : std::string();
    rows.push_back({static_cast<uint32_t>(regexes.size()), static_cast<uint32_t>(spec.regex.size()), static_cast<uint32_t>(nets.size()),
                    static_cast<uint32_t>(net.size()), static_cast<uint32_t>(backtrackers.size()), static_cast<uint32_t>(stored.size()),
                    spec.is_raw, spec.word_begin, spec.word_end});
    regexes.insert(regexes.end(), spec.regex.begin(), spec.regex.end());
    nets.insert(nets.end(), net.begin(), net.end());
    backtrackers += stored;
  }
  TableWriter writer;
  writer.put(std::span<const Row>(rows));
  writer.put(std::span<const char>(regexes));
  writer.put(std::span<const uint16_t>(nets));
  writer.put(std::span<const char>(backtrackers));
  writer.put(voices);
  triggers.store(writer);
  return writer.take();
}

PatternSpec CompiledPatterns::spec(PatternId id) const {
  const Row& row = rows_[id];
  return {std::string(regexes_.data() + row.regex, row.regex_size), row.is_raw != 0, row.word_begin != 0, row.word_end != 0};
}

std::span<const uint16_t> CompiledPatterns::net(PatternId id) const { return nets_.subspan(rows_[id].net, rows_[id].net_size); }

std::string_view CompiledPatterns::backtracker(PatternId id) const {
  const Row& row = rows_[id];
  return {backtrackers_.data() + row.backtracker, row.backtracker_size};
}

}  // namespace decant
