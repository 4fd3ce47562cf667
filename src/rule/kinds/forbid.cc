// forbid: a hit is a fault.
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {

Kind forbid_kind() {
  static constexpr std::string_view keys[] = {"find"};
  return {"forbid", "a hit is a fault", FindingType::fault, true, keys, read_every_hit};
}

}  // namespace decant
