// Takes the text of a path apart. Only mapping_path.cc and its parser include this.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/mapping_path.h"

namespace decant {

class PathParser {
 public:
  explicit PathParser(std::string_view text) : text_(text) {}

  // False if the text is no path; `fault` says why.
  bool run();

  std::vector<Path::Steps> alternatives;
  std::optional<Path::Fault> fault;

 private:
  bool alternative(Path::Steps& steps);
  bool part(Path::Steps& steps);
  bool brackets(Path::Steps& steps);
  bool name(std::string& out);
  bool fail(std::string what);
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c);
  void spaces();

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace decant
