// Path patterns as people know them from .gitignore: "*" and "?" inside a folder, "**" over folders, "[a-z]". A pattern
// without "/" is about names, one with "/" about whole paths.
#pragma once

#include <string>
#include <string_view>

namespace decant {

// `path` is relative, with '/' between its parts. Linear space, at most |pattern| × |path| steps.
bool glob_matches(std::string_view pattern, std::string_view path);

// `path` as told from `folder`, which is absolute; `path` itself if it lies elsewhere or `folder` is empty.
std::string path_below(const std::string& folder, const std::string& path);

}  // namespace decant
