// forbid: a hit is a fault.
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {

Kind forbid_kind() {
  return {"forbid", "a hit is a fault", FindingType::fault, true, every_hit_keys, read_every_hit};
}

}  // namespace decant
