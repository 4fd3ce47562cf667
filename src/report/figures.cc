#include "report/figures.h"

#include <cmath>

#include <fmt/format.h>

namespace decant {

std::string clock_time(double seconds) {
  constexpr double longest = 1e9;
  if (!std::isfinite(seconds) || seconds < 0 || seconds > longest) return {};
  const auto whole = static_cast<int64_t>(seconds);
  const int64_t hours = whole / 3600, minutes = whole / 60 % 60;
  if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60);
  return fmt::format("{}:{:02}", minutes, whole % 60);
}

std::string signed_points(FindingType type, Points points) {
  if (points == Points{}) return "0";
  if (type == FindingType::credit) return '+' + to_string(points);
  return std::string(minus_sign) + to_string(points);
}

std::string_view label_of(const Finding& finding) {
  return finding.type == FindingType::fault ? name(finding.severity) : name(finding.type);
}

}  // namespace decant
