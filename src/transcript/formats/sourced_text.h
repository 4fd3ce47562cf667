// A text whose every byte knows where it stands in the block: the block itself, or the content of a
// quoted cell in which doubled quotes were made single. Readers of typed transcripts work on this,
// so that they need not know which it is.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "transcript/transcript.h"

namespace decant {

class SourcedText {
 public:
  // Bytes of the block as they stand; `text` is a part of `block`.
  SourcedText(std::string_view text, std::string_view block);
  // A text to be put together with add().
  SourcedText() = default;

  // Adds text that stands for `source`.
  void add(std::string_view text, Span source);
  // Adds a part of another text with its places. REQUIRES: `part` points into from.text().
  void append(std::string_view part, const SourcedText& from);

  std::string_view text() const { return runs_.empty() ? plain_ : std::string_view(built_); }
  // Bytes of the block behind `part`. REQUIRES: `part` points into text().
  Span source(std::string_view part) const;
  // Adds `part` to the open turn. REQUIRES: as above.
  void write(std::string_view part, TurnWriter& writer) const;

 private:
  struct Run {
    uint32_t begin;  // in built_
    Span source;
  };
  Span run(std::size_t index) const;
  std::size_t run_at(uint32_t position) const;
  template <typename F>
  void for_each_run(std::string_view part, F&& take) const;

  std::string_view plain_;
  uint32_t plain_begin_ = 0;
  std::string built_;
  std::vector<Run> runs_;
};

}  // namespace decant
