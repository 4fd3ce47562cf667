// Scripts: what agents are told to say, in Markdown or in plain text with a line for each thing to say. One conversation
// a file, in which the agent says it all but for what is marked as the customer's.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "transcript/formats/fields.h"
#include "transcript/formats/ignore_comments.h"
#include "transcript/formats/markdown.h"
#include "transcript/formats/readers.h"
#include "transcript/formats/script_head.h"
#include "transcript/formats/script_speech.h"
#include "transcript/formats/text.h"

namespace decant {
namespace {

constexpr int certain = 95;
constexpr int likely = 70;  // more than a typed transcript

// What scripts have and transcripts do not.
bool is_script_mark(std::string_view line) {
  if (line.starts_with("> ") || line.starts_with("<!--") || line.starts_with("|")) return true;
  const std::size_t open = line.find('{');
  return open != std::string_view::npos && line.find('}', open) != std::string_view::npos;
}

bool is_heading(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  return marks != std::string_view::npos && marks >= 1 && marks <= 6 && line[marks] == ' ';
}

bool says_script(std::string_view head) {
  for (const std::string_view key : {"must_say:", "channel: script"})
    if (head.find(fmt::format("\n{}", key)) != std::string_view::npos) return true;
  return false;
}

class Script {
 public:
  explicit Script(Transcript& transcript) : transcript_(transcript), writer_(transcript) {}

  void add(const MarkdownBlock& block);
  void finish();

 private:
  Transcript& transcript_;
  TurnWriter writer_;
  unsigned silent_level_ = 0;  // of the heading whose section is not to be said; 0: none
  std::map<std::string, std::size_t> left_out_;
};

void Script::add(const MarkdownBlock& block) {
  using Kind = MarkdownBlock::Kind;
  if (block.kind == Kind::code) {
    ++left_out_["block of code"];
  } else if (block.kind == Kind::comment) {
    ++left_out_["comment"];
  } else if (block.kind == Kind::heading) {
    ++left_out_["heading"];
    if (silent_level_ != 0 && block.level > silent_level_) return;
    silent_level_ = heads_no_speech(block.text.text()) ? block.level : 0;
  } else if (silent_level_ != 0) {
    ++left_out_["paragraph that is not to be said"];
  } else if (block.is_cell && column_holds(block.column) == ColumnHolds::other) {
    ++left_out_["cell that is no speech"];
  } else if (const std::string_view what = what_is_no_speech(block.text.text(), block.is_emphasised);
             !what.empty()) {
    ++left_out_[std::string(what)];
  } else {
    for (const ScriptLine& line : speech_in(block.text)) {
      writer_.begin(line.role, "");
      line.text.write(trim(line.text.text()), writer_);
    }
  }
}

void Script::finish() {
  writer_.finish();
  for (const auto& [what, count] : left_out_) {
    std::string many = what;
    if (count > 1 && what.starts_with("block of code")) many = "blocks of code";
    if (count > 1 && what.starts_with("paragraph")) many = "paragraphs that are not to be said";
    if (count > 1 && what.starts_with("cell")) many = "cells that are no speech";
    transcript_.left_out.push_back(many == what ? counted(count, what) : fmt::format("{} {}", count, many));
  }
  if (transcript_.turns.empty()) transcript_.warnings.push_back("nothing in the script is to be said");
}

}  // namespace

int recognise_script(std::string_view head, bool) {
  const std::size_t front = size_of_head(head);
  if (says_script(head.substr(0, front))) return certain;
  std::size_t headings = 0, marks = 0, lines = 0;
  for (std::size_t at = front; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = trim(head.substr(at, end - at));
    at = end + 1;
    if (line.find("decant:ignore") != std::string_view::npos) continue;  // nothing that only scripts have
    lines += !line.empty();
    headings += is_heading(line);
    marks += is_script_mark(line);
  }
  if (headings == 0 || marks == 0) return 0;
  return count_labelled_lines(head.substr(front)) * 2 < lines ? likely : 0;
}

void read_script(const Block& block, const Sink& sink) {
  SourceLines lines(block.path, block.bytes, block.first_line);
  Transcript transcript = start_transcript(block, 0, lines);
  const std::size_t front = size_of_head(block.bytes);
  Errors errors;
  if (front > 0) errors = read_head(block.path, block.bytes.substr(0, front), transcript);
  if (!errors.empty()) {
    for (Error& error : errors) sink.error(std::move(error));
    return;
  }
  if (transcript.channel.empty()) transcript.channel = "script";
  IgnoreComments comments(block.first_line);
  const std::string words = without_comments(block.bytes, comments);
  comments.finish(transcript);
  const std::vector<MarkdownBlock> blocks = markdown_blocks(std::string_view(words).substr(front), words);
  if (blocks.size() > most_turns) return sink.error(too_many_turns(lines, 0));
  Script script(transcript);
  for (const MarkdownBlock& one : blocks) script.add(one);
  script.finish();
  if (has_open_head(block.bytes)) transcript.warnings.push_back("the head that starts on line 1 has no end: a line of --- is missing, and its keys are read as speech");
  sink.transcript(std::move(transcript));
}

}  // namespace decant
