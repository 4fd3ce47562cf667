#include "transcript/formats/ignore_comments.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "transcript/formats/fields.h"

namespace decant {
namespace {

constexpr std::string_view word = "decant:ignore";
constexpr uint32_t last_of_all = std::numeric_limits<uint32_t>::max();

struct Split {
  std::string_view before;  // the comment
  std::string_view body;    // from the word on
};

// The comment at the end of a line.
std::optional<Split> split(std::string_view line) {
  const std::size_t at = line.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = trim(line.substr(0, at));
  std::string_view body = trim(line.substr(at));
  if (before.ends_with("<!--")) {
    if (!body.ends_with("-->")) return std::nullopt;
    return Split{trim(before.substr(0, before.size() - 4)), trim(body.substr(0, body.size() - 3))};
  }
  const bool is_comment = before.ends_with('#') && (before.size() == 1 || before[before.size() - 2] == ' ' || before[before.size() - 2] == '\t');
  if (!is_comment) return std::nullopt;
  return Split{trim(before.substr(0, before.size() - 1)), body};
}

}  // namespace

std::optional<std::string_view> IgnoreComments::take(std::string_view line) {
  ++line_;
  const std::optional<Split> comment = split(line);
  const std::string_view words = comment ? comment->before : trim(line);
  if (!words.empty()) {
    for (const std::size_t i : waiting_) found_[i].first_line = found_[i].last_line = line_;
    waiting_.clear();
  }
  if (!comment) return line;
  read(comment->body, words.empty());
  if (words.empty()) return std::nullopt;
  return line.substr(0, static_cast<std::size_t>(words.data() + words.size() - line.data()));
}

void IgnoreComments::fault(std::string what) { faults_.push_back(fmt::format("line {}: {}", line_, what)); }

void IgnoreComments::read(std::string_view body, bool is_alone) {
  const std::size_t end = std::min(body.find_first_of(" \t"), body.size());
  const std::string_view command = body.substr(0, end);
  if (command == "decant:ignore-end") {
    if (!started_) return fault("decant:ignore-end without a decant:ignore-start");
    found_[*started_].last_line = line_;
    started_.reset();
    return;
  }
  for (const std::string_view known : {"decant:ignore", "decant:ignore-start", "decant:ignore-file"})
    if (command == known) return read_request(command, trim(body.substr(end)), is_alone);
  fault(fmt::format("unknown comment {}; write decant:ignore, -start, -end or -file", command));
}

void IgnoreComments::read_request(std::string_view command, std::string_view request, bool is_alone) {
  const std::size_t colon = request.find(':');
  IgnoreComment comment;
  comment.line = comment.first_line = comment.last_line = line_;
  if (colon != std::string_view::npos) comment.reason = trim(request.substr(colon + 1));
  std::string_view rules = request.substr(0, std::min(colon, request.size()));
  while (!rules.empty()) {
    const std::size_t comma = std::min(rules.find(','), rules.size());
    if (const std::string_view rule = trim(rules.substr(0, comma)); !rule.empty()) comment.rules.emplace_back(rule);
    rules.remove_prefix(std::min(comma + 1, rules.size()));
  }
  if (comment.rules.empty() || comment.reason.empty())
    return fault(fmt::format("{} needs a rule and a reason, such as {} flat-refusal: the law asks for it", command, command));
  const std::size_t index = found_.size();
  if (command == "decant:ignore-start") {
    if (started_) return fault(fmt::format("decant:ignore-start again; the one on line {} has no end", found_[*started_].line));
    comment.last_line = last_of_all;
    started_ = index;
  } else if (command == "decant:ignore-file") {
    comment.is_about_file = true;
  } else if (is_alone) {
    waiting_.push_back(index);
  }
  found_.push_back(std::move(comment));
}

void IgnoreComments::finish(Transcript& transcript) {
  if (started_) faults_.push_back(fmt::format("line {}: decant:ignore-start without an end reaches to the end of the file", found_[*started_].line));
  transcript.ignores = std::move(found_);
  transcript.warnings.insert(transcript.warnings.end(), faults_.begin(), faults_.end());
}

std::string without_comments(std::string_view bytes, IgnoreComments& comments) {
  std::string out(bytes);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::size_t left = comments.take(bytes.substr(at, end - at)).value_or("").size();
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(at + left), out.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end + 1;
  }
  return out;
}

}  // namespace decant
