// decant formats: what can be read, and how each format is recognised; or what some files are taken for, and why.
#include <array>
#include <map>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/load_reading.h"
#include "cli/printing.h"
#include "cli/read_file.h"
#include "input/walk.h"
#include "report/figures.h"
#include "report/masked.h"
#include "report/text_parts.h"
#include "transcript/mappings.h"

namespace decant {
namespace {

std::string list_of_formats() {
  std::string out;
  for (const Format& format : formats())
    out += fmt::format("{:<8} {}\n{:8} {}\n", format.name, format.summary, "", format.recognised);
  out += "\nOther products' documents that json and jsonl read, known by their keys:\n";
  for (const Mapping& mapping : mappings()) out += fmt::format("  {:<26} {}\n", mapping.name, mapping.title);
  return out;
}

constexpr std::size_t most_remarks = 1000;  // kept of a file, however large it is

// What the conversations of one file come to.
struct Seen {
  uint64_t conversations = 0, turns = 0, by_user = 0, guessed = 0, unknown = 0;
  std::array<uint64_t, role_count> roles{};
  std::map<std::string, uint64_t> shapes, remarks, left_out;
  Errors errors;

  void add(const Transcript& transcript) {
    ++conversations;
    turns += transcript.turns.size();
    for (const Turn& turn : transcript.turns) ++roles[static_cast<std::size_t>(turn.role)];
    by_user += transcript.roles.by_user;
    guessed += transcript.roles.is_guessed;
    unknown += transcript.roles.is_unknown;
    ++shapes[transcript.shape];
    for (const std::string& warning : transcript.warnings)
      ++remarks[remarks.size() < most_remarks ? warning : "others, of which there are too many"];
    for (const std::string& what : transcript.left_out) ++left_out[what];
  }
};

// The first alternatives of a path; some have dozens.
std::string first_few(const std::string& path) {
  constexpr std::string_view bar = " | ";
  std::size_t end = 0;
  for (int count = 0; count < 3; ++count) {
    end = path.find(bar, count == 0 ? 0 : end + bar.size());
    if (end == std::string::npos) return path;
  }
  return path.substr(0, end) + " and the like";
}

std::string why(const std::string& shape, const Format& format, const Mapping* user) {
  const Mapping* found = user != nullptr && user->name == shape ? user : nullptr;
  for (const Mapping& mapping : mappings())
    if (found == nullptr && mapping.name == shape) found = &mapping;
  if (found == nullptr) return std::string(format.recognised);
  std::string keys;
  for (const Path& path : found->recognise) keys += (keys.empty() ? "it has " : " and ") + first_few(path.text());
  return fmt::format("{} ({}): {}", found->name, found->title, keys);
}

std::string roles_in(const Seen& seen) {
  std::string out;
  for (int i = 0; i < role_count; ++i)
    if (const uint64_t count = seen.roles[static_cast<std::size_t>(i)])
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", with_commas(count), name(static_cast<Role>(i)));
  return out;
}

std::string source_of_roles(const Seen& seen) {
  std::string out;
  const auto add = [&out](const std::string& text) { out += (out.empty() ? "" : "; ") + text; };
  if (seen.by_user > 0) add("from the options for " + counted(seen.by_user, "turn"));
  if (seen.guessed > 0) add("guessed in " + counted(seen.guessed, "conversation"));
  if (seen.unknown > 0) add("unknown in " + counted(seen.unknown, "conversation"));
  const uint64_t known = seen.turns - seen.roles[static_cast<std::size_t>(Role::unknown)];
  if (seen.conversations > seen.guessed + seen.unknown && seen.by_user < known) add("from the file");
  return out;
}

class FileText {
 public:
  FileText(const Sheet& sheet, std::string& out) : sheet_(sheet), out_(out) {}

  void line(std::string_view label, const std::string& text) {
    write_gutter(label, Ink::faint, sheet_, out_);
    Passage(shown(text, false)).print_wrapped(sheet_, gutter, gutter, out_);
  }
  // At most so many; the rest as a number.
  void lines(std::string_view label, const std::map<std::string, uint64_t>& texts) {
    constexpr std::size_t most = 10;
    std::size_t count = 0;
    for (const auto& [text, times] : texts) {
      if (count++ == most) break;
      line(count == 1 ? label : "", times > 1 ? fmt::format("{} ({} times)", text, with_commas(times)) : text);
    }
    if (texts.size() > most) line("", fmt::format("and {} more", texts.size() - most));
  }

 private:
  const Sheet& sheet_;
  std::string& out_;
};

void write_file(const FileRead& read, const Seen& seen, const Mapping* user, const Sheet& sheet,
                std::string& out) {
  Passage(fmt::format("{}: {}", read.path, read.format->name), Ink::strong).print_wrapped(sheet, 0, 2, out);
  FileText text(sheet, out);
  if (!read.companion.empty())
    return text.line("what", "it holds no conversation: " + read.companion + ", read with the conversations beside it");
  if (seen.shapes.empty()) text.line("why", std::string(read.format->recognised));
  if (seen.conversations == 0) text.line("holds", "nothing that could be read");
  for (const auto& [shape, count] : seen.shapes)
    text.line("why", why(shape, *read.format, user) + (seen.shapes.size() > 1 ? fmt::format(" ({})", with_commas(count)) : ""));
  if (seen.conversations > 0) {
    text.line("holds", counted(seen.conversations, "conversation") + ", " + counted(seen.turns, "turn"));
    if (seen.turns > 0) text.line("roles", roles_in(seen) + " \xC2\xB7 " + source_of_roles(seen));
  }
  text.lines("left out", seen.left_out);
  text.lines("input", seen.remarks);
}

}  // namespace

int formats_command(const FormatsOptions& options) {
  if (options.paths.empty()) return print(list_of_formats(), status_clean);
  const auto reading = load_reading(options.input);
  if (!reading) return fail(reading.errors());
  const Sheet sheet = standard_sheet(When::automatic);
  Neighbours neighbours;
  std::string out;
  int status = status_clean;
  Seen seen;  // of the file that is being read
  FileListener listener;
  listener.sink.transcript = [&](Transcript&& transcript) { seen.add(transcript); };
  listener.sink.error = [&](Error&& error) { seen.errors.push_back(std::move(error)); };
  listener.done = [&](Result<FileRead>&& read) {
    if (!read) {
      status = fail(read.errors());
    } else {
      if (!out.empty()) out += '\n';
      write_file(*read, seen, reading->options.mapping, sheet, out);
    }
    if (!seen.errors.empty()) status = fail(seen.errors);
    seen = {};
  };
  Walk walk(options.paths, {});
  while (auto next = walk.next()) {
    if (const auto* error = std::get_if<Error>(&*next)) {
      status = fail({*error});
      continue;
    }
    read_file(std::get<WalkedFile>(*next).path, reading->options, neighbours, listener);
  }
  return print(out, status);
}

}  // namespace decant
