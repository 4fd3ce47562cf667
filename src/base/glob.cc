#include "base/glob.h"

#include <filesystem>
#include <system_error>

#include <algorithm>
#include <string>
#include <vector>

namespace decant {
namespace {

// Length of the "[…]" at the front of `pattern` and whether it holds `c`; 0 if it is not closed.
std::size_t match_class(std::string_view pattern, char c, bool& holds) {
  std::size_t at = 1;
  const bool is_negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (is_negated) ++at;
  holds = false;
  for (bool is_first = true; at < pattern.size(); is_first = false) {
    if (pattern[at] == ']' && !is_first) {
      holds ^= is_negated;
      return at + 1;
    }
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      holds |= pattern[at] <= c && c <= pattern[at + 2];
      at += 3;
    } else {
      holds |= pattern[at] == c;
      ++at;
    }
  }
  return 0;
}

// Which prefixes of `path` the pattern so far can have eaten: a set of positions, advanced token by token.
bool matches(std::string_view pattern, std::string_view path) {
  std::vector<char> reach(path.size() + 1), next(path.size() + 1);
  reach[0] = 1;
  while (!pattern.empty()) {
    std::fill(next.begin(), next.end(), 0);
    std::size_t used = 1;
    if (pattern.starts_with("**/")) {
      used = 3;
      bool is_open = false;
      for (std::size_t i = 0; i <= path.size(); ++i) {
        is_open |= reach[i];
        next[i] = reach[i] || (is_open && i > 0 && path[i - 1] == '/');
      }
    } else if (pattern.starts_with("**")) {
      used = 2;
      bool is_open = false;
      for (std::size_t i = 0; i <= path.size(); ++i) next[i] = is_open |= reach[i];
    } else if (pattern[0] == '*') {
      bool is_open = false;
      for (std::size_t i = 0; i <= path.size(); ++i) {
        if (i > 0 && path[i - 1] == '/') is_open = false;
        next[i] = is_open |= reach[i];
      }
    } else {
      for (std::size_t i = 0; i < path.size(); ++i) {
        if (!reach[i]) continue;
        bool holds = pattern[0] == path[i] || (pattern[0] == '?' && path[i] != '/');
        if (pattern[0] == '[') {
          bool in_class = false;
          if (const std::size_t size = match_class(pattern, path[i], in_class)) {
            holds = in_class && path[i] != '/';
            used = size;
          }
        }
        next[i + 1] = holds;
      }
      if (pattern[0] == '[' && used == 1) {  // nothing reached: still skip the class as a whole
        bool ignored = false;
        if (const std::size_t size = match_class(pattern, 0, ignored)) used = size;
      }
    }
    std::swap(reach, next);
    pattern.remove_prefix(used);
  }
  return reach[path.size()];
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos) return matches(pattern, path.substr(path.rfind('/') + 1));
  // "folder/" means everything below it, wherever a folder of that name is.
  if (pattern.find('/') + 1 == pattern.size()) return matches("**/" + std::string(pattern) + "**", path);
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  if (pattern.ends_with('/')) return matches(std::string(pattern) + "**", path);
  return matches(pattern, path);
}

std::string path_below(const std::string& folder, const std::string& path) {
  if (folder.empty()) return path;
  std::error_code fault;
  const std::filesystem::path whole = std::filesystem::absolute(path, fault).lexically_normal();
  if (fault) return path;
  const std::string inside = whole.lexically_relative(std::filesystem::path(folder).lexically_normal()).string();
  return inside.empty() || inside.starts_with("..") ? path : inside;
}

}  // namespace decant
