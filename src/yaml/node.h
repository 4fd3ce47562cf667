// yaml-cpp's only door. A YAML file becomes a flat, const tree of nodes that know their places; packs that are compiled into
// the binary are the same tree as a static table, so that no YAML is read at start-up and packs are read in one way only.
//
// What users may write is YAML without its surprises: no anchors, aliases, tags or second documents, and no key twice.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/result.h"

namespace decant::yaml {

enum class Kind : uint8_t { null, scalar, sequence, map };

// One node of the flat tree, in the order of the file; a map's children are key, value, key, value …
struct Record {
  Kind kind = Kind::null;
  bool is_plain = true;  // a scalar without quotes or block style
  uint32_t text = 0, text_size = 0;  // of a scalar, in the tree's text
  uint32_t nodes = 1;                // of the whole subtree
  uint32_t line = 0, column = 0;     // from 1
};

// Views only; whoever made the table or the text keeps it alive.
struct Tree {
  std::string_view path;
  std::string_view source;  // the file, for carets in errors; empty for compiled-in packs
  std::span<const Record> records;
  std::string_view text;
  uint64_t known_hash = 0;  // what content_hash() comes to, of a compiled-in tree
};

class Node {
 public:
  Node() = default;  // "no such node"
  explicit Node(const Tree& tree) : tree_(&tree) {}

  bool exists() const { return tree_ != nullptr; }
  Kind kind() const { return exists() ? record().kind : Kind::null; }
  bool is_map() const { return kind() == Kind::map; }
  bool is_sequence() const { return kind() == Kind::sequence; }
  bool is_scalar() const { return kind() == Kind::scalar; }
  bool is_plain() const { return is_scalar() && record().is_plain; }

  std::string_view text() const;                       // of a scalar, else empty
  std::vector<Node> items() const;                     // of a sequence
  std::vector<std::pair<Node, Node>> entries() const;  // of a map, in the order of the file
  Node operator[](std::string_view key) const;

  uint32_t index() const { return index_; }  // in the tree's records
  Place place() const;
  // An error at this node, `at` bytes into its text where the text stands on one line as written.
  Error error(std::string what, std::string hint = {}, uint32_t at = 0) const;

 private:
  Node(const Tree* tree, uint32_t index) : tree_(tree), index_(index) {}
  const Record& record() const { return tree_->records[index_]; }
  const Tree* tree_ = nullptr;
  uint32_t index_ = 0;
};

// A hash of what a tree says, not of how it is laid out: comments, quotes and places do not count.
uint64_t content_hash(const Tree& tree);

// A tree that owns what it views. It does not move once made.
struct Document {
  std::string path, source, text;
  std::vector<Record> records;
  Tree tree;

  Node root() const { return Node(tree); }
};

// Limits: 1 MiB a file, 64 levels. Finds as many errors as the parser can go on after: all duplicate keys, anchors and
// tags, and the first syntax error.
Result<std::unique_ptr<Document>> parse(std::string path, std::string source);

}  // namespace decant::yaml
