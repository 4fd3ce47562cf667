#include "transcript/mapping_path_parser.h"

#include <fmt/format.h>

#include <charconv>

namespace decant {
namespace {

using Step = Path::Step;

constexpr std::size_t longest_path = 1024;
constexpr std::string_view not_in_names = ".[]|^*@=!<>\" \t";

// The first byte of `text`, outside quotes and brackets, that is one of `wanted`.
std::size_t find_outside(std::string_view text, std::string_view wanted) {
  bool is_quoted = false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (depth == 0 && wanted.find(c) != std::string_view::npos) return i;
    if (c == '[') ++depth;
    if (c == ']' && depth > 0) --depth;
  }
  return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

bool PathParser::fail(std::string what) {
  if (!fault) fault = Path::Fault{static_cast<uint32_t>(at_), std::move(what)};
  return false;
}

bool PathParser::take(char c) {
  if (peek() != c || at_ >= text_.size()) return false;
  ++at_;
  return true;
}

void PathParser::spaces() {
  while (take(' ') || take('\t')) {
  }
}

bool PathParser::run() {
  if (text_.size() > longest_path) return fail("the path is too long");
  do {
    spaces();
    alternatives.emplace_back();
    if (!alternative(alternatives.back())) return false;
    spaces();
  } while (take('|'));
  return at_ == text_.size() || fail(fmt::format("\"{}\" has no meaning here", peek()));
}

bool PathParser::alternative(Path::Steps& steps) {
  if (take('=')) {
    const std::size_t end = std::min(text_.find('|', at_), text_.size());
    steps.push_back(
        {.kind = Step::Kind::literal, .name = std::string(trimmed(text_.substr(at_, end - at_)))});
    at_ = end;
    return true;
  }
  if (take('.')) return true;
  if (peek() == '[' && !brackets(steps)) return false;
  if (steps.empty() && !part(steps)) return false;
  while (take('.'))
    if (!part(steps)) return false;
  return true;
}

// A member, ^, * or @index, with all its brackets.
bool PathParser::part(Path::Steps& steps) {
  if (take('^')) {
    steps.push_back({.kind = Step::Kind::outer});
  } else if (take('*')) {
    steps.push_back({.kind = Step::Kind::members});
  } else if (take('@')) {
    std::string word;
    if (!name(word)) return false;
    if (word != "index" && word != "key") return fail("after @ stands index or key");
    steps.push_back({.kind = word == "key" ? Step::Kind::key : Step::Kind::index});
    return true;
  } else {
    Step step;
    if (!name(step.name)) return false;
    steps.push_back(std::move(step));
  }
  return brackets(steps);
}

bool PathParser::name(std::string& out) {
  if (take('"')) {
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos) return fail("the quote is never closed");
    out = text_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
  }
  const std::size_t end = std::min(text_.find_first_of(not_in_names, at_), text_.size());
  if (end == at_) return fail("a key is missing here");
  out = text_.substr(at_, end - at_);
  at_ = end;
  return true;
}

bool PathParser::brackets(Path::Steps& steps) {
  while (take('[')) {
    const std::size_t size = find_outside(text_.substr(at_), "]");
    if (size == std::string_view::npos) return fail("the bracket is never closed");
    const std::string_view inside = trimmed(text_.substr(at_, size));
    Step step{.kind = Step::Kind::each};
    const auto [end, status] =
        std::from_chars(inside.data(), inside.data() + inside.size(), step.nth);
    if (!inside.empty() && status == std::errc() && end == inside.data() + inside.size()) {
      step.kind = Step::Kind::nth;
    } else if (!inside.empty()) {
      step.kind = Step::Kind::where;
      step.where = std::make_shared<const Condition>(inside);
      if (step.where->fault()) return fail(step.where->fault()->what);
    }
    steps.push_back(std::move(step));
    at_ += size + 1;
  }
  return true;
}

Condition::Condition(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('!')) {
    is = Is::nothing;
    path = Path(trimmed(text.substr(1)));
    return;
  }
  const std::size_t at = find_outside(text, "=<>!");
  path = Path(trimmed(text.substr(0, at)));
  if (at == std::string_view::npos) return;
  const bool is_not = text[at] == '!' && text.substr(at + 1).starts_with('=');
  is = is_not ? Is::unequal : text[at] == '=' ? Is::equal : text[at] == '<' ? Is::less : Is::more;
  value = trimmed(text.substr(at + (is_not ? 2 : 1)));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  } else if (value.ends_with('*')) {
    is_prefix = true;
    value.pop_back();
  }
  if (is == Is::more || is == Is::less) {
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (status != std::errc() || end != value.data() + value.size())
      fault_ = Path::Fault{static_cast<uint32_t>(at), "a number must stand after < and >"};
  }
}

}  // namespace decant
