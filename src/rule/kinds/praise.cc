// praise: a hit is a credit; it repairs faults of its section, and is worth saying aloud by itself.
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {

Kind praise_kind() {
  return {"praise", "a hit is a credit", FindingType::credit, true, every_hit_keys, read_every_hit};
}

}  // namespace decant
