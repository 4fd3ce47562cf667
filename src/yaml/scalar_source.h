// Which bytes of a YAML file each piece of a scalar stands for: quotes, escapes, folded lines and
// the indentation of blocks make what is said differ from what is written, and a finding must point
// at what is written.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "yaml/node.h"

namespace decant::yaml {

struct ScalarPiece {
  Span text;    // in the node's text
  Span source;  // in the file; as long as `text` where nothing was changed
};

class ScalarSource {
 public:
  // `source`: of the nodes' document. It outlives this.
  explicit ScalarSource(std::string_view source);

  // The byte at which a node starts. REQUIRES: node.exists()
  uint32_t begin(const Node& node) const;
  // The pieces of a scalar, in order; they cover all its text. Linear in what is written.
  std::vector<ScalarPiece> pieces(const Node& scalar) const;

 private:
  std::string_view source_;
  std::vector<uint32_t> line_starts_;
};

}  // namespace decant::yaml
