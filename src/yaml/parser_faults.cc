#include "yaml/parser_faults.h"

#include <algorithm>
#include <utility>

namespace decant::yaml {
namespace {

// What the parser says, and what most probably happened. The first that is part of the message.
constexpr std::pair<std::string_view, std::string_view> hints[] = {
    {"end of sequence flow", "a list that starts with [ ends with ], and has a comma after every entry"},
    {"end of map flow", "a map that starts with { ends with }, and has a comma after every entry"},
    {"end of map", "look at the indentation, and put a text in quotes that starts with a bracket or holds ': '"},
    {"end of sequence", "look at the indentation: what belongs together starts in the same column"},
    {"illegal map value", "put a text that holds ': ' in quotes"},
    {"unknown token", "put a text that starts with @, % or ` in quotes"},
    {"anchor is not defined", "put a text that starts with * in quotes"},
    {"block entry", "look at the indentation of the \"-\""},
};

}  // namespace

const Record* open_quote(const Document& document) {
  const auto last = std::find_if(document.records.rbegin(), document.records.rend(), [](const Record& r) { return r.kind == Kind::scalar; });
  if (last == document.records.rend() || last->is_plain) return nullptr;
  std::size_t at = 0;
  for (uint32_t line = 1; line < last->line && at != std::string::npos; ++line) at = document.source.find('\n', at) + 1;
  at += last->column - 1;
  if (at >= document.source.size()) return nullptr;
  const char quote = document.source[at];
  if (quote != '"' && quote != '\'') return nullptr;  // a block of text
  for (std::size_t i = at + 1; i < document.source.size(); ++i) {
    if (document.source[i] == '\\' && quote == '"') ++i;
    else if (document.source[i] == quote) return nullptr;
  }
  return &*last;
}

std::string hint_for(std::string_view message, std::string_view line) {
  if (line.find('\t') != std::string_view::npos && line.find_first_not_of(" \t") > line.find('\t'))
    return "indent with spaces, not tabs";
  for (const auto& [part, hint] : hints)
    if (message.find(part) != std::string_view::npos) return std::string(hint);
  return {};
}

}  // namespace decant::yaml
