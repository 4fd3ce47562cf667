// Which "Word:" at the start of a line is a speaker and which is speech ("Note: bring the
// receipt"). One line cannot tell, the whole file can: labels repeat, are names, or are words for a
// role. Typed transcripts and captions share it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "transcript/role.h"

namespace decant {

struct Labelled {
  std::string_view label;  // without Markdown emphasis
  std::string_view rest;   // behind the colon, without leading space
};

// Splits "Label: rest" if what stands before the colon is short and could be a label at all. `line`
// starts with no space.
std::optional<Labelled> split_label(std::string_view line);

// Whether every word is capitalised as in a name ("Dana Reyes", "Anna van der Berg", "O'Brien").
bool is_name_like(std::string_view label);

// A word for a field of a form rather than for a person: "Note", "Order number", "Step 2".
bool is_field_like(std::string_view label);

// The role a label of a transcript says: the whole of it, what it holds in brackets ("Dana
// (Agent)"), or its first word ("Agent Dana").
std::optional<Role> role_of_speaker(std::string_view label);

// The number of a speaker that a machine has named: 0 of "SPEAKER_00", "ch_0", "Speaker 0" and "0".
std::optional<uint32_t> speaker_number(std::string_view label);

class Labels {
 public:
  // Counts a label that stands at the start of a line. `is_sure`: the line's shape leaves no doubt,
  // such as a time before it.
  void count(std::string_view label, bool is_sure);
  // The line has text but no possible label.
  void count_other() { ++other_lines_; }

  // To be asked when all lines are counted.
  bool is_speaker(std::string_view label) const;
  // What the label says, counting "A" and "C" when the file has both.
  Role role(std::string_view label) const;

 private:
  struct Seen {
    uint32_t times = 0;
    bool is_sure = false;
  };
  static bool is_full_name(std::string_view label);
  bool has_initials() const;

  std::map<std::string, Seen, std::less<>> seen_;
  std::size_t other_lines_ = 0;
  std::size_t label_lines_ = 0;
  bool has_agent_ = false, has_customer_ = false;
  bool has_full_names_ = false;  // a first and last name stands before more than one line
};

}  // namespace decant
