// What human graders said of turns: a file of labels → grades. Two shapes, told apart by the first byte.
//
// JSON lines: {"id": "c-1", "turn": 3, "faults": {"cant": 2}, "credits": ["can_do"], "grader": "ana"}. Without "turn" the last
// turn is meant, null is the conversation as a whole. 2 is clear, 1 is borderline.
// CSV with a header: conversation, turn, key, value and, if there are several, grader. An empty turn is the conversation as a whole;
// an empty key says that the turn was graded and nothing found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace decant {

struct Label {
  std::string key;
  bool is_clear = true;  // else borderline: reasonable graders differ
};

// What one grader said of one turn, or of a conversation as a whole.
struct Grade {
  enum class Of { turn, last_turn, conversation };
  std::string conversation;  // its id
  Of of = Of::last_turn;
  int turn = 0;  // 0-based, of Of::turn
  std::string grader;
  std::vector<Label> labels;
  Place place;
};

// All errors of the file at once. The grades of one grader on one turn are one.
Result<std::vector<Grade>> read_labels(const std::string& path, std::string_view bytes);

}  // namespace decant
