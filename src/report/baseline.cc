#include "report/baseline.h"

#include <filesystem>

#include <fmt/format.h>

#include "json/document.h"
#include "json/writer.h"

namespace decant {
namespace {

constexpr int version = 1;

class BaselineOutput final : public Output {
 public:
  std::string begin() const override { return fmt::format("{{\"decant\":\"baseline\",\"version\":{},\"findings\":[\n", version); }
  std::string_view between() const override { return ",\n"; }
  std::string end(const Summary&) const override { return "\n]}\n"; }

  void conversation(const Verdict& verdict, std::string& out) const override {
    for (const Finding& finding : verdict.findings) {
      if (finding.suppressed || finding.type != FindingType::fault || finding.is_trial) continue;
      if (!out.empty()) out += ",\n";
      json::Writer writer(out);
      writer.begin_object().member("fingerprint", finding.fingerprint).member("rule", finding.rule->name);
      writer.member("path", verdict.path).end_object();
    }
  }
};

}  // namespace

std::unique_ptr<Output> baseline_output() { return std::make_unique<BaselineOutput>(); }

Result<std::unique_ptr<Baseline>> Baseline::read(const std::string& path, std::string_view text) {
  json::Document document;
  const char* const hint = "a baseline is written by decant lint --write-baseline FILE";
  if (auto error = document.parse(text, path)) {
    if (error->hint.empty()) error->hint = hint;
    return *error;
  }
  const json::Value root = document.root();
  const json::Value findings = root["findings"];
  if (root["decant"].text() != "baseline" || !findings.is(json::Kind::array)) return document.error(root, "this is no baseline", hint);
  if (root["version"].number() != version)
    return document.error(root["version"], fmt::format("a baseline of version {}, this decant reads version {}", root["version"].text(), version),
                          "write it anew with --write-baseline");
  auto out = std::make_unique<Baseline>();
  Errors errors;
  for (const json::Value finding : findings.items()) {
    const std::string fingerprint = finding["fingerprint"].text();
    if (fingerprint.empty()) {
      errors.push_back(document.error(finding, "an entry without a fingerprint", hint));
      continue;
    }
    Entry& entry = out->entries_[fingerprint];
    entry.rule = finding["rule"].text();
    entry.path = finding["path"].text();
    out->files_[entry.path];
  }
  if (!errors.empty()) return errors;
  return out;
}

void Baseline::mark(Verdict& verdict) const {
  if (const auto file = files_.find(verdict.path); file != files_.end()) file->second.is_seen = true;
  for (Finding& finding : verdict.findings) {
    const auto entry = entries_.find(finding.fingerprint);
    if (entry == entries_.end()) continue;
    entry->second.is_found = true;
    finding.is_known = true;
  }
}

std::vector<Baseline::Stale> Baseline::stale() const {
  std::vector<Stale> out;
  for (const auto& [fingerprint, entry] : entries_) {
    if (entry.is_found) continue;
    std::error_code fault;
    const bool is_gone = !std::filesystem::exists(entry.path, fault);
    if (is_gone || files_.find(entry.path)->second.is_seen) out.push_back({fingerprint, entry.rule, entry.path});
  }
  return out;
}

}  // namespace decant
