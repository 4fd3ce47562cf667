// note: a hit is evidence. It costs and gives nothing; it is there to be read, or for other tools.
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {

Kind note_kind() {
  static constexpr std::string_view keys[] = {"find"};
  return {"note", "a hit is evidence and costs nothing", FindingType::note, false, keys, read_every_hit};
}

}  // namespace decant
