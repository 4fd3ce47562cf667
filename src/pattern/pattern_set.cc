#include "pattern/pattern_set.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <limits>
#include <unordered_map>
#include <utility>

#include "base/made_once.h"
#include "pattern/candidates.h"
#include "pattern/codes.h"
#include "pattern/compiled_patterns.h"
#include "pattern/finder.h"
#include "pattern/literals.h"
#include "pattern/rarity.h"

namespace decant {
namespace {

std::string key_of(const PatternSpec& spec) {
  const int form = (spec.is_raw ? 4 : 0) + (spec.word_begin ? 2 : 0) + (spec.word_end ? 1 : 0);
  return static_cast<char>('0' + form) + spec.regex;
}

// Letters beyond ASCII that (?i) takes for k and s: the Kelvin sign and the long s. Folding leaves neither, but that
// is not this file's promise to keep.
bool has_kelvin_or_long_s(std::string_view text) {
  return text.find("\xE2\x84\xAA") != std::string_view::npos ||
         text.find("\xC5\xBF") != std::string_view::npos;
}

}  // namespace

struct PatternSet::Parts {
  explicit Parts(std::string_view bytes) : compiled(bytes), voices(compiled.voices().begin(), compiled.voices().end()) {}
  ~Parts() {
    for (std::size_t id = 0; finders && id < size(); ++id) delete finders[id].load();
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  std::size_t size() const { return compiled.size() + added.size(); }
  PatternView pattern(PatternId id) const { return id < compiled.size() ? compiled.pattern(id) : PatternView(added[id - compiled.size()]); }

  const Finder& finder(PatternId id) const {
    return made_once<Finder>(finders[id], [&] {
      if (id >= compiled.size()) return std::make_unique<const Finder>(pattern(id));
      return std::make_unique<const Finder>(pattern(id), Finder::Compiled{compiled.net(id), compiled.backtracker(id)});
    });
  }

  void tell_voices() {
    triggers.set_voices(voices);
    has_other_voices |= !std::ranges::equal(compiled.voices(), std::span(voices).first(compiled.size()));
    if (has_other_voices) compiled.triggers().set_voices(voices);
  }

  bool is_raw(PatternId id) const { return id < compiled.size() ? compiled.is_raw(id) : added[id - compiled.size()].is_raw; }

  CompiledPatterns compiled;       // by id
  std::vector<Voices> voices;      // by id
  bool has_other_voices = false;   // the compiled ones were given others than those they came with
  std::vector<PatternSpec> added;  // by id, counted on from the compiled ones
  std::unordered_map<std::string, PatternId> ids;
  Triggers triggers;               // of those that were added
  std::vector<double> uses;        // of those that were added: how often texts will ask for them
  std::unique_ptr<std::atomic<const Finder*>[]> finders;  // by id; null until it is first asked
};

PatternSet::PatternSet(std::string_view compiled) : parts_(std::make_unique<Parts>(compiled)) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

PatternId PatternSet::add(PatternSpec spec) {
  const PatternId next = static_cast<PatternId>(parts_->size());
  const auto [known, is_new] = parts_->ids.try_emplace(key_of(spec), next);
  if (is_new) {
    parts_->added.push_back(std::move(spec));
    parts_->voices.push_back(all_voices);
  }
  return known->second;
}

std::span<const Voices> PatternSet::voices() const { return parts_->voices; }

void PatternSet::set_voices(std::vector<Voices> voices) {
  parts_->voices = std::move(voices);
  if (parts_->finders) parts_->tell_voices();
}

void PatternSet::build() {
  struct Sought {
    double uses;  // in 100,000 words
    PatternId id;
    std::string literal;
  };
  std::vector<Sought> sought;
  std::vector<PatternId> raw, without_literals;
  for (std::size_t i = 0; i < parts_->added.size(); ++i) {
    const PatternId id = static_cast<PatternId>(parts_->compiled.size() + i);
    if (parts_->added[i].is_raw) raw.push_back(id);
    const Literals literals = literals_of(parts_->added[i]);
    if (literals.empty()) without_literals.push_back(id);
    double uses = literals.empty() ? std::numeric_limits<double>::max() : 0;
    for (const std::string& literal : literals) {
      sought.push_back({occurrences(literal), id, literal});
      uses += sought.back().uses;
    }
    parts_->uses.push_back(uses);
  }
  // Common ones come to lie together: what no text asks for is not even paged in.
  std::ranges::stable_sort(sought, std::greater<>(), &Sought::uses);
  Triggers& triggers = parts_->triggers;
  for (const Sought& one : sought) (parts_->is_raw(one.id) ? triggers.raws : triggers.phrases).add(one.id, one.literal);
  triggers.raw = std::move(raw);
  triggers.without_literals = std::move(without_literals);
  triggers.phrases.build();
  triggers.raws.build();
  parts_->tell_voices();
  parts_->finders = std::make_unique<std::atomic<const Finder*>[]>(size());
}

std::string PatternSet::compiled() const { return CompiledPatterns::written(parts_->added, parts_->voices, parts_->uses, parts_->triggers); }

std::size_t PatternSet::size() const { return parts_->size(); }

PatternId PatternSet::compiled_size() const { return static_cast<PatternId>(parts_->compiled.size()); }

PatternSpec PatternSet::spec(PatternId id) const { return parts_->pattern(id).spec(); }

std::vector<std::string> PatternSet::literals(PatternId id) const {
  Literals literals = literals_of(spec(id));
  for (std::string& literal : literals) {
    for (char& code : literal) code = letter_of(static_cast<uint8_t>(code));
  }
  return literals;
}

struct Scan::Parts {
  Parts(const PatternSet::Parts& s, Engine e) : set(s), engine(e) {}

  const PatternSet::Parts& set;
  Engine engine;
  const FoldedText* text = nullptr;  // of the last start()
  bool has_odd_letters = false;      // in it
  std::vector<Voices> voices = {};   // of its turns
  // Of the compiled patterns, and of those that were added.
  std::array<Prefilter::Scratch, 2> phrase_scratch = {};
  std::array<Prefilter::Scratch, 2> raw_scratch = {};
  Candidates candidates = {};
  std::vector<Span> matches = {};
  // Words of all turns, and where each turn's begin and end; found when a net is first asked.
  std::vector<TextWord> words = {};
  std::vector<std::size_t> turn_words = {};
  NetSearch search = {};

  std::span<const TextWord> words_of(uint32_t turn) {
    if (turn_words.empty()) {
      turn_words.push_back(0);
      for (const Span place : text->turns) {
        add_words(std::string_view(text->lower).substr(place.begin, place.size()), words);
        turn_words.push_back(words.size());
      }
    }
    return std::span(words).subspan(turn_words[turn], turn_words[turn + 1] - turn_words[turn]);
  }

  void add_candidates(const Triggers& triggers, std::size_t part) {
    for (PatternId id : triggers.without_literals.view()) candidates.add_everywhere(id);
    triggers.phrases.scan(text->lower, text->turns, voices, phrase_scratch[part], candidates);
    triggers.raws.scan(text->cased, text->turns, voices, raw_scratch[part], candidates);
    if (has_odd_letters) {
      for (PatternId id : triggers.raw.view()) candidates.add_everywhere(id);
    }
  }
};

Scan::Scan(const PatternSet& set, Engine engine) : parts_(std::make_unique<Parts>(*set.parts_, engine)) {}
Scan::~Scan() = default;

void Scan::start(const FoldedText& text, std::span<const Voices> voices) {
  const PatternSet::Parts& set = parts_->set;
  Candidates& candidates = parts_->candidates;
  parts_->text = &text;
  parts_->has_odd_letters = has_kelvin_or_long_s(text.cased);
  parts_->words.clear();
  parts_->turn_words.clear();
  parts_->voices.assign(voices.begin(), voices.end());
  if (voices.empty()) parts_->voices.assign(text.turns.size(), all_voices);
  candidates.start(set.size(), text.turns.size());
  if (parts_->engine == Engine::naive) {
    for (PatternId id = 0; id < set.size(); ++id) candidates.add_everywhere(id);
  } else {
    parts_->add_candidates(set.compiled.triggers(), 0);
    parts_->add_candidates(set.triggers, 1);
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
    const Finder& finder = parts_->set.finder(id);
    const Span place = text.turns[turn];
    const std::string_view said = std::string_view(parts_->set.is_raw(id) ? text.cased : text.lower).substr(place.begin, place.size());
    parts_->matches.clear();
    if (parts_->engine == Engine::naive)
      finder.regex().find_all(said, text.has_foreign_letters[turn], place.begin, parts_->matches);
    else
      finder.find({said, parts_->words_of(turn), text.has_foreign_letters[turn], parts_->has_odd_letters}, place.begin, parts_->search,
                  parts_->matches);
    parts_->candidates.fill(*cell, parts_->matches);
  }
  return cell->spans();
}

}  // namespace decant
