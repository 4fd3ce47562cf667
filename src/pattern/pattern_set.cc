#include "pattern/pattern_set.h"

#include <deque>
#include <unordered_map>
#include <utility>

#include "pattern/candidates.h"
#include "pattern/codes.h"
#include "pattern/literals.h"
#include "pattern/prefilter.h"
#include "pattern/regex.h"

namespace decant {
namespace {

std::string key_of(const PatternSpec& spec) {
  const int form = (spec.is_raw ? 4 : 0) + (spec.word_begin ? 2 : 0) + (spec.word_end ? 1 : 0);
  return static_cast<char>('0' + form) + spec.regex;
}

// Letters beyond ASCII that (?i) takes for k and s: the Kelvin sign and the long s. Folding leaves neither, but that
// is not this file's promise to keep.
bool has_odd_letters(std::string_view text) {
  return text.find("\xE2\x84\xAA") != std::string_view::npos ||
         text.find("\xC5\xBF") != std::string_view::npos;
}

Literals unpacked(std::string_view codes) {
  Literals literals;
  while (!codes.empty()) {
    const auto size = static_cast<unsigned char>(codes[0]);
    literals.push_back(std::string(codes.substr(1, size)));
    codes.remove_prefix(1 + size);
  }
  return literals;
}

}  // namespace

struct PatternSet::Parts {
  std::deque<Regex> regexes;  // by id; a Regex must stay put
  std::unordered_map<std::string, PatternId> ids;
  std::unordered_map<PatternId, std::string_view> known_literals;  // as literal_codes gives them
  std::vector<PatternId> without_literals;
  std::vector<PatternId> raw;
  Prefilter phrases;  // over FoldedText::lower
  Prefilter raws;     // over FoldedText::cased
};

PatternSet::PatternSet() : parts_(std::make_unique<Parts>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

PatternId PatternSet::add(PatternSpec spec) {
  const PatternId next = static_cast<PatternId>(parts_->regexes.size());
  const auto [known, is_new] = parts_->ids.try_emplace(key_of(spec), next);
  if (is_new) parts_->regexes.emplace_back(std::move(spec));
  return known->second;
}

PatternId PatternSet::add(PatternSpec spec, std::string_view literal_codes) {
  const std::size_t before = size();
  const PatternId id = add(std::move(spec));
  if (size() > before) parts_->known_literals.emplace(id, literal_codes);
  return id;
}

std::string PatternSet::literal_codes(PatternId id) const {
  std::string out;
  for (const std::string& literal : literals_of(spec(id))) out += static_cast<char>(literal.size()) + literal;
  return out;
}

void PatternSet::build() {
  for (PatternId id = 0; id < size(); ++id) {
    const auto known = parts_->known_literals.find(id);
    const Literals literals = known == parts_->known_literals.end() ? literals_of(spec(id)) : unpacked(known->second);
    if (spec(id).is_raw) parts_->raw.push_back(id);
    if (literals.empty()) {
      parts_->without_literals.push_back(id);
    } else {
      (spec(id).is_raw ? parts_->raws : parts_->phrases).add(id, literals);
    }
  }
  parts_->phrases.build();
  parts_->raws.build();
}

std::size_t PatternSet::size() const { return parts_->regexes.size(); }

const PatternSpec& PatternSet::spec(PatternId id) const { return parts_->regexes[id].spec(); }

std::vector<std::string> PatternSet::literals(PatternId id) const {
  Literals literals = literals_of(spec(id));
  for (std::string& literal : literals) {
    for (char& code : literal) code = letter_of(static_cast<uint8_t>(code));
  }
  return literals;
}

struct Scan::Parts {
  const PatternSet::Parts& set;
  Engine engine;
  const FoldedText* text = nullptr;  // of the last start()
  Prefilter::Scratch phrase_scratch = {};
  Prefilter::Scratch raw_scratch = {};
  Candidates candidates = {};
  std::vector<Span> matches = {};
};

Scan::Scan(const PatternSet& set, Engine engine)
    : parts_(std::make_unique<Parts>(Parts{*set.parts_, engine})) {}
Scan::~Scan() = default;

void Scan::start(const FoldedText& text) {
  const PatternSet::Parts& set = parts_->set;
  Candidates& candidates = parts_->candidates;
  parts_->text = &text;
  candidates.start(set.regexes.size(), text.turns.size());
  if (parts_->engine == Engine::naive) {
    for (PatternId id = 0; id < set.regexes.size(); ++id) candidates.add_everywhere(id);
  } else {
    for (PatternId id : set.without_literals) candidates.add_everywhere(id);
    set.phrases.scan(text.lower, text.turns, parts_->phrase_scratch, candidates);
    set.raws.scan(text.cased, text.turns, parts_->raw_scratch, candidates);
    if (!set.raw.empty() && has_odd_letters(text.cased)) {
      for (PatternId id : set.raw) candidates.add_everywhere(id);
    }
  }
  candidates.finish();
}

std::span<const PatternId> Scan::candidates() const { return parts_->candidates.patterns(); }

std::span<const uint32_t> Scan::turns(PatternId id) const { return parts_->candidates.turns(id); }

bool Scan::may_match(PatternId id, uint32_t turn) const { return parts_->candidates.has(id, turn); }

bool Scan::may_match(PatternId id) const { return parts_->candidates.has(id); }

std::span<const Span> Scan::find(PatternId id, uint32_t turn) {
  Candidates::Cell* cell = parts_->candidates.cell(id, turn);
  if (cell == nullptr) return {};
  if (!cell->is_known()) {
    const FoldedText& text = *parts_->text;
    const Regex& regex = parts_->set.regexes[id];
    const Span place = text.turns[turn];
    const std::string_view whole = regex.spec().is_raw ? text.cased : text.lower;
    parts_->matches.clear();
    regex.find_all(whole.substr(place.begin, place.size()), text.has_foreign_letters[turn],
                   place.begin, parts_->matches);
    parts_->candidates.fill(*cell, parts_->matches);
  }
  return cell->spans();
}

}  // namespace decant
