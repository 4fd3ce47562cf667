// praise: a hit is a credit; it repairs faults of its section, and is worth saying aloud by itself.
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {

Kind praise_kind() {
  static constexpr std::string_view keys[] = {"find"};
  return {"praise", "a hit is a credit", FindingType::credit, true, keys, read_every_hit};
}

}  // namespace decant
