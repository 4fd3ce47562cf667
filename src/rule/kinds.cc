#include "rule/kinds.h"

#include <array>

#include "rule/kinds/rows.h"

namespace decant {

std::span<const Kind> kinds() {
  static const std::array table = {forbid_kind(),   praise_kind(), note_kind(),   require_kind(), answer_kind(),
                                   sequence_kind(), limit_kind(),  repeat_kind(), measure_kind(), across_kind()};
  return table;
}

}  // namespace decant
