// What a worker makes of a file, or of a part of one, and where it stands in the order of output.
#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "lint/across.h"
#include "lint/judge.h"

namespace decant {

struct Key {
  std::size_t file = 0;
  std::size_t member = 0;  // of an archive; 0 for what is none
  std::size_t part = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

// A conversation that said a step of a rule over several contacts.
struct Said {
  std::size_t text;  // index in Piece::texts of what comes behind it
  Contact contact;
  std::unique_ptr<Hearing> adjourned;  // null if its verdict is in the text already
};

struct Piece {
  std::vector<std::string> texts = {{}};  // cut where an adjourned hearing belongs
  std::vector<Said> said;
  std::vector<LineSaid> lines;
  Errors errors;
  bool is_last = true;         // part of its file
  bool is_last_member = true;  // of its archive
};

}  // namespace decant
