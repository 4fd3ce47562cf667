#include "cli/reports.h"

#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "report/baseline.h"
#include "report/terminal.h"

namespace decant {
namespace {

constexpr int file_width = 100;  // columns of a report for people that goes into a file

struct Frame {
  uint32_t report = 0;
  uint32_t size = 0;
};

}  // namespace

void Destination::write(std::string_view bytes) {
  if (file_) return file_->write(bytes);
  while (!bytes.empty() && error_ == 0) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) error_ = errno;
  }
}

std::optional<Error> Destination::finish() {
  if (file_) return file_->finish();
  if (error_ != 0 && error_ != EPIPE)
    return Error{{}, fmt::format("cannot write to standard output: {}", std::system_category().message(error_)), "", ""};
  return std::nullopt;
}

Result<std::unique_ptr<Reports>> Reports::open(const ReportOptions& options, const GateOptions& gate, const OutputOptions& common) {
  auto out = std::make_unique<Reports>();
  std::vector<ReportTarget> targets = options.targets;
  if (targets.empty()) targets.push_back({"text", ""});
  Errors errors;
  const auto add = [&](std::unique_ptr<Output> output, const std::string& path) {
    if (path.empty()) return out->add(std::move(output), std::nullopt);
    auto file = WholeFile::create(path);
    if (file) return out->add(std::move(output), std::move(*file));
    errors.insert(errors.end(), file.errors().begin(), file.errors().end());
  };
  for (const ReportTarget& target : targets) {
    const std::string& path = target.path.empty() ? options.output : target.path;
    OutputOptions own = common;
    const bool is_to_terminal = path.empty() && is_terminal(STDOUT_FILENO);
    own.colour = options.colour == When::always || (options.colour == When::automatic && path.empty() && may_colour(STDOUT_FILENO));
    own.width = is_to_terminal ? terminal_width(STDOUT_FILENO) : file_width;
    if (path.empty() && target.format == "text" && common.extent != Extent::summary) out->shows_errors_ = true;
    add(output_format_named(target.format)->make(own), path);
  }
  if (!gate.write_baseline.empty()) add(baseline_output(), gate.write_baseline);
  if (!errors.empty()) return errors;
  return out;
}

void Reports::begin() {
  for (Report& report : reports_) report.destination.write(report.output->begin());
}

void Reports::render(const Verdict& verdict, std::string& text) const {
  std::string piece;
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    piece.clear();
    reports_[i].output->conversation(verdict, piece);
    if (piece.empty()) continue;
    const Frame frame{static_cast<uint32_t>(i), static_cast<uint32_t>(piece.size())};
    text.append(reinterpret_cast<const char*>(&frame), sizeof frame);
    text += piece;
  }
}

bool Reports::tell(std::string text, const Errors& errors) {
  if (!shows_errors_)
    for (const Error& error : errors) std::fputs(("decant: " + describe(error)).c_str(), stderr);
  if (pending_.empty()) pending_ = std::move(text);
  else pending_ += text;
  std::size_t at = 0;
  for (Frame frame; pending_.size() - at >= sizeof frame; at += sizeof frame + frame.size) {
    std::memcpy(&frame, pending_.data() + at, sizeof frame);
    if (pending_.size() - at - sizeof frame < frame.size) break;
    Report& report = reports_[frame.report];
    if (std::exchange(report.has_told, true)) report.destination.write(report.output->between());
    report.destination.write(std::string_view(pending_).substr(at + sizeof frame, frame.size));
  }
  pending_.erase(0, at);
  // Files are still wanted when nobody reads standard output any more.
  for (const Report& report : reports_)
    if (!report.destination.is_dead()) return true;
  return false;
}

void Reports::end(const Summary& summary, bool is_whole) {
  if (!is_whole) return;
  for (Report& report : reports_) report.destination.write(report.output->end(summary));
}

Errors Reports::finish() {
  Errors errors;
  for (Report& report : reports_)
    if (auto error = report.destination.finish()) errors.push_back(std::move(*error));
  return errors;
}

}  // namespace decant
