// Comments in typed transcripts and scripts that ask for findings to be left alone:
//
//   <!-- decant:ignore RULE[,RULE]: reason -->      or      # decant:ignore RULE: reason
//
// At the end of a line they are about it, on a line of their own about the next one that holds words; decant:ignore-start
// reaches to decant:ignore-end, decant:ignore-file over all. They are nobody's words, so they are taken out of the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/transcript.h"

namespace decant {

class IgnoreComments {
 public:
  // `first_line`: the number of the first line that take() is given.
  explicit IgnoreComments(uint32_t first_line) : line_(first_line - 1) {}

  // The next line of the file; what it says but for a comment. nullopt: nothing else stands on it.
  std::optional<std::string_view> take(std::string_view line);

  // Puts what was found into the transcript, and what is wrong with it into its warnings.
  void finish(Transcript& transcript);

 private:
  void read(std::string_view body, bool is_alone);
  void read_request(std::string_view command, std::string_view request, bool is_alone);
  void fault(std::string what);

  uint32_t line_;
  std::vector<IgnoreComment> found_;
  std::vector<std::size_t> waiting_;    // in found_: for the next line with words
  std::optional<std::size_t> started_;  // in found_: until its end
  std::vector<std::string> faults_;
};

// Spaces stand where comments for decant were, so that all else stays in its place.
std::string without_comments(std::string_view bytes, IgnoreComments& comments);

}  // namespace decant
