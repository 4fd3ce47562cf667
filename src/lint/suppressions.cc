#include "lint/suppressions.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/glob.h"
#include "rule/selector.h"

namespace decant {
namespace {

bool is_any_selected(const std::vector<std::string>& selectors, const Rule& rule) {
  return std::ranges::any_of(selectors, [&](const std::string& selector) { return selects(selector, rule); });
}

bool is_meant(const IgnoreComment& comment, const Finding& finding) {
  if (!is_any_selected(comment.rules, *finding.rule)) return false;
  if (comment.is_about_file) return true;
  return finding.turn && finding.at.line >= comment.first_line && finding.at.line <= comment.last_line;
}

}  // namespace

void Suppressions::add(Suppression suppression, std::string below) {
  Entry& entry = entries_.emplace_back();
  entry.of = std::move(suppression);
  entry.below = std::move(below);
}

void Suppressions::add(Dispute dispute) {
  disputes_[dispute.fingerprint].of = std::move(dispute);
}

bool Suppressions::is_about(const Entry& entry, const Verdict& verdict) {
  if (entry.of.paths.empty()) return true;
  const std::string path = path_below(entry.below, verdict.path);
  return std::ranges::any_of(entry.of.paths, [&](const std::string& glob) { return glob_matches(glob, path); });
}

void Suppressions::reach(const Verdict& verdict) const {
  for (const Entry& entry : entries_)
    if (!entry.is_reached && is_about(entry, verdict)) entry.is_reached = true;
}

void Suppressions::mark(const Verdict& verdict, Finding& finding) const {
  if (const auto found = disputes_.find(finding.fingerprint); found != disputes_.end()) {
    found->second.is_used = true;
    if (!finding.suppressed) finding.suppressed = Suppressed{SuppressedBy::dispute, found->second.of.who, found->second.of.why};
  }
  for (const Entry& entry : entries_) {
    const Suppression& of = entry.of;
    if (!of.rules.empty() && !is_any_selected(of.rules, *finding.rule)) continue;
    if (!of.conversations.empty() && std::ranges::find(of.conversations, verdict.id) == of.conversations.end()) continue;
    if (!is_about(entry, verdict)) continue;
    entry.is_used = true;
    if (!finding.suppressed) finding.suppressed = Suppressed{SuppressedBy::configuration, "", of.reason};
  }
}

Errors Suppressions::unused() const {
  Errors out;
  for (const Entry& entry : entries_)
    if (entry.is_reached && !entry.is_used) out.push_back({entry.of.place, fmt::format("this suppression matched nothing: {}", entry.of.reason), "take it out if it is no longer needed", ""});
  for (const auto& [fingerprint, disputed] : disputes_)
    if (!disputed.is_used) out.push_back({disputed.of.place, fmt::format("the disputed finding {} was not found", fingerprint), "take the row out if what it is about has changed", ""});
  std::ranges::stable_sort(out, {}, &Error::place);
  return out;
}

void obey(std::span<const IgnoreComment> comments, std::span<Finding* const> findings, std::vector<std::string>& warnings) {
  for (const IgnoreComment& comment : comments) {
    bool is_used = false;
    for (Finding* finding : findings) {
      if (!is_meant(comment, *finding)) continue;
      is_used = true;
      if (!finding->suppressed) finding->suppressed = Suppressed{SuppressedBy::comment, "", comment.reason};
    }
    if (!is_used)
      warnings.push_back(fmt::format("line {}: the comment to ignore {} matches nothing", comment.line, fmt::join(comment.rules, ", ")));
  }
}

}  // namespace decant
