// Strict reading of what users write: every mistake is reported at its place with what to do, and reading goes on, so that
// all errors of a file come at once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/points.h"
#include "yaml/node.h"
#include "yaml/shape.h"

namespace decant::yaml {

// "did you mean X?", or the whole list if nothing is near.
std::string suggestion(std::string_view word, std::span<const std::string_view> known);

// The typed values of nodes. A node that does not exist gives nullopt without an error; a wrong one gives nullopt and an
// error. `what` names the field in messages.
class Reader {
 public:
  // `errors` outlives this.
  explicit Reader(Errors& errors) : errors_(errors) {}

  void fail(Error error) { errors_.push_back(std::move(error)); }
  void fail(const Node& node, std::string what, std::string hint = {}, uint32_t at = 0) {
    errors_.push_back(node.error(std::move(what), std::move(hint), at));
  }
  std::size_t error_count() const { return errors_.size(); }

  // Refuses keys that are not in `known`. False (with an error) if the node is no map.
  bool expect_map(const Node& node, std::string_view what, std::span<const std::string_view> known);
  bool expect_map(const Node& node, std::string_view what, std::span<const Key> known);

  std::optional<std::string> text(const Node& node, std::string_view what);
  std::optional<Points> points(const Node& node, std::string_view what);
  std::optional<int> integer(const Node& node, std::string_view what, int least, int most);
  std::optional<int> percent(const Node& node, std::string_view what);  // "50%"
  // A list of texts; a single text counts as a list of one.
  std::vector<Node> texts(const Node& node, std::string_view what);
  // The same, where a map of the keys `known` may stand for a text; such a map may still be wrong inside.
  std::vector<Node> texts_or_maps(const Node& node, std::string_view what, std::span<const Key> known);
  // The index in `known` of the node's text.
  std::optional<std::size_t> choice(const Node& node, std::string_view what,
                                    std::span<const std::string_view> known);

 private:
  Errors& errors_;
};

}  // namespace decant::yaml
