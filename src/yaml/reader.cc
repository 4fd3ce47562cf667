#include "yaml/reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/nearest.h"

namespace decant::yaml {
namespace {

std::string_view kind_word(const Node& node) {
  switch (node.kind()) {
    case Kind::null: return "nothing";
    case Kind::scalar: return "a text";
    case Kind::sequence: return "a list";
    case Kind::map: return "a map";
  }
  return "";
}

}  // namespace

std::string suggestion(std::string_view word, std::span<const std::string_view> known) {
  if (const std::string_view near = nearest(word, known); !near.empty())
    return fmt::format("did you mean \"{}\"?", near);
  return fmt::format("known here: {}", fmt::join(known, ", "));
}

bool Reader::expect_map(const Node& node, std::string_view what,
                        std::span<const std::string_view> known) {
  if (!node.is_map()) {
    fail(node, fmt::format("{} must be a map of keys and values, this is {}", what, kind_word(node)),
         known.size() <= 4 ? fmt::format("write it as {{{}: …}}", fmt::join(known, ": …, "))
                           : fmt::format("known here: {}", fmt::join(known, ", ")));
    return false;
  }
  for (const auto& [key, value] : node.entries()) {
    if (std::find(known.begin(), known.end(), key.text()) == known.end())
      fail(key, fmt::format("unknown key \"{}\" in {}", key.text(), what), suggestion(key.text(), known));
  }
  return true;
}

bool Reader::expect_map(const Node& node, std::string_view what, std::span<const Key> known) {
  std::vector<std::string_view> names;
  for (const Key& key : known) names.push_back(key.name);
  return expect_map(node, what, names);
}

std::optional<std::string> Reader::text(const Node& node, std::string_view what) {
  if (!node.exists()) return std::nullopt;
  if (!node.is_scalar()) {
    fail(node, fmt::format("{} must be a text, this is {}", what, kind_word(node)));
    return std::nullopt;
  }
  std::string value(node.text());
  while (!value.empty() && (value.back() == '\n' || value.back() == ' ')) value.pop_back();
  if (value.empty()) {
    fail(node, fmt::format("{} is empty", what));
    return std::nullopt;
  }
  return value;
}

std::optional<Points> Reader::points(const Node& node, std::string_view what) {
  if (!node.exists()) return std::nullopt;
  const std::optional<Points> value = node.is_scalar() ? points_from(node.text()) : std::nullopt;
  if (!value)
    fail(node, fmt::format("{} must be a number of 0 or more with at most four decimals", what),
         "for example 6 or 2.5");
  return value;
}

std::optional<int> Reader::integer(const Node& node, std::string_view what, int least, int most) {
  if (!node.exists()) return std::nullopt;
  const std::string_view text = node.text();
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
    fail(node, fmt::format("{} must be a whole number from {} to {}", what, least, most));
    return std::nullopt;
  }
  return value;
}

std::optional<int> Reader::percent(const Node& node, std::string_view what) {
  if (!node.exists()) return std::nullopt;
  const std::string_view text = node.text();
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || std::string_view(end, text.data() + text.size()) != "%" || value < 0 ||
      value > 100) {
    fail(node, fmt::format("{} must be a percentage from 0% to 100%", what), "for example 50%");
    return std::nullopt;
  }
  return value;
}

std::vector<Node> Reader::texts(const Node& node, std::string_view what) { return texts_or_maps(node, what, {}); }

std::vector<Node> Reader::texts_or_maps(const Node& node, std::string_view what, std::span<const Key> known) {
  std::vector<Node> out;
  if (!node.exists()) return out;
  const auto add = [&](const Node& item, std::string_view empty, std::string_view wrong, std::string hint) {
    if (item.is_map() && !known.empty()) {
      if (expect_map(item, what, known)) out.push_back(item);
    } else if (!item.is_scalar()) {
      fail(item, fmt::format("{} must be a list of texts, {} is {}", what, wrong, kind_word(item)), std::move(hint));
    } else if (item.text().empty()) {
      fail(item, fmt::format("{} {}", what, empty));
    } else {
      out.push_back(item);
    }
  };
  if (!node.is_sequence()) {
    add(node, "is empty", "this", {});
    return out;
  }
  for (const Node& item : node.items())
    add(item, "holds an empty text", "this entry", item.is_map() ? "put a text that holds ': ' in quotes" : "");
  if (node.items().empty()) fail(node, fmt::format("{} is an empty list", what));
  return out;
}

std::optional<std::size_t> Reader::choice(const Node& node, std::string_view what,
                                          std::span<const std::string_view> known) {
  if (!node.exists()) return std::nullopt;
  const auto found = std::find(known.begin(), known.end(), node.text());
  if (!node.is_scalar() || found == known.end()) {
    fail(node, fmt::format("unknown {} \"{}\"", what, node.text()), suggestion(node.text(), known));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - known.begin());
}

}  // namespace decant::yaml
