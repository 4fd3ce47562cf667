// note: a hit is evidence. It costs and gives nothing; it is there to be read, or for other tools.
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {

Kind note_kind() {
  return {"note", "a hit is evidence and costs nothing", FindingType::note, false, every_hit_keys, read_every_hit};
}

}  // namespace decant
