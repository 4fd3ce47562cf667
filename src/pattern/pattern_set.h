// RE2's only door. All patterns of all packs are put into one set; a scan of a folded conversation first decides by
// literals and by who speaks which (pattern, turn) pairs can match at all. When somebody asks for a survivor's matches, the pattern's
// net of words says where they may begin (finder.h), and only there they are looked for: exactly what RE2 would find, and found by RE2
// itself wherever our own means do not reach.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/fold.h"

namespace decant {

using PatternId = uint32_t;

// A regex in RE2's syntax, and on which text it runs.
struct PatternSpec {
  std::string regex;
  // A phrase runs on FoldedText::lower as it stands and is tied to word boundaries at the ends that ask for it; a raw
  // regex runs on FoldedText::cased, in any case, with no boundaries but its own.
  bool is_raw = false;
  bool word_begin = true;
  bool word_end = true;

  friend bool operator==(const PatternSpec&, const PatternSpec&) = default;
};

// Who speaks: a bit for each sort of speaker that the caller tells apart. A turn has one, a pattern those whose turns anybody ever asks
// it about.
using Voices = uint8_t;
inline constexpr Voices all_voices = 0xFF;

// What is wrong with a regex: a sentence, where in it (byte offset), if RE2 tells, and what to do.
struct RegexFault {
  std::string what;
  std::optional<uint32_t> at;
  std::string hint = {};
};

// Compiles the regex to see whether it is one: nullopt if it is. A regex that can match nothing at all, or is larger
// than RE2's budget, is a fault too.
std::optional<RegexFault> check_regex(const PatternSpec& spec);

// Built once, then const and shared by all threads. RE2 objects compile on first use.
class PatternSet {
 public:
  // `compiled` are the bytes that compiled() gave, of this version of decant, and outlive this: their patterns come first, with the
  // ids they had.
  explicit PatternSet(std::string_view compiled = {});
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  // The same spec gives the same id, unless it is a compiled one's. REQUIRES: check_regex would find no fault; not after build().
  PatternId add(PatternSpec spec);
  // By id: nobody will ask for the pattern in turns of other voices. All, unless said; compiled patterns come with theirs.
  std::span<const Voices> voices() const;
  // REQUIRES: one for each pattern; no scan is under way.
  void set_voices(std::vector<Voices> voices);
  // Makes the literal tables. REQUIRES: called once, before any scan.
  void build();
  // All that is made of the patterns, for another run. REQUIRES: built; none of them was compiled.
  std::string compiled() const;

  std::size_t size() const;
  // The ids below are the compiled ones'.
  PatternId compiled_size() const;
  PatternSpec spec(PatternId id) const;
  // The literals one of which a match must contain, for people; empty: always a candidate.
  std::vector<std::string> literals(PatternId id) const;

 private:
  friend class Scan;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// One worker's scratch for scanning; reused for every conversation, so that it stops allocating.
class Scan {
 public:
  enum class Engine {
    prefiltered,  // literals first, then nets, backtrackers and RE2
    naive,        // RE2 on every pair: the slow, obvious oracle
  };
  // `set` must outlive this and be built.
  explicit Scan(const PatternSet& set, Engine engine = Engine::prefiltered);
  ~Scan();

  // Decides the candidates. `text` must stay unchanged until the next call; `voices` are those of its turns; none: all have all.
  void start(const FoldedText& text, std::span<const Voices> voices = {});

  // Patterns that are a candidate in some turn, ascending.
  std::span<const PatternId> candidates() const;
  // The turns where `id` is a candidate, ascending. Valid until the next start(), whatever find() does.
  std::span<const uint32_t> turns(PatternId id) const;
  // Whether `id` can match in turn `turn`.
  bool may_match(PatternId id, uint32_t turn) const;
  bool may_match(PatternId id) const;
  // All non-overlapping matches, leftmost first, of `id` in turn `turn`, as spans of the folded text; empty if it is no
  // candidate. Looked for on first asking and kept until the next start().
  std::span<const Span> find(PatternId id, uint32_t turn);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace decant
