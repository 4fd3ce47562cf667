#include "eval/labels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/source_lines.h"
#include "json/document.h"
#include "transcript/formats/csv_table.h"
#include "yaml/reader.h"

namespace decant {
namespace {

using json::Kind;
using json::Value;

constexpr std::array<std::string_view, 5> members = {"id", "turn", "faults", "credits", "grader"};
constexpr std::array<std::string_view, 5> columns = {"conversation", "turn", "key", "value", "grader"};
constexpr std::string_view levels = "2 is clear, 1 is borderline";

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

class JsonLabels {
 public:
  JsonLabels(const std::string& path, Errors& errors) : path_(path), errors_(errors) {}

  void read(std::string_view line, uint32_t number, std::vector<Grade>& grades) {
    if (auto error = document_.parse(line, path_, number)) return errors_.push_back(*std::move(error));
    const Value root = document_.root();
    if (!root.is(Kind::object)) return fail(root, fmt::format("expected an object, found {}", name(root.kind())));
    const std::size_t errors_before = errors_.size();
    Grade grade;
    grade.place = {path_, number, 1};
    for (Value member : root.items()) {
      const std::string key = member.key();
      if (std::ranges::find(members, key) == members.end())
        fail(member, fmt::format("unknown key \"{}\" in a label", key), yaml::suggestion(key, members));
    }
    grade.conversation = root["id"].text();
    if (grade.conversation.empty()) fail(root, "id is missing", "the id of the conversation");
    grade.grader = root["grader"].text();
    read_turn(root["turn"], grade);
    read_faults(root["faults"], grade);
    read_credits(root["credits"], grade);
    if (errors_.size() == errors_before) grades.push_back(std::move(grade));
  }

 private:
  void fail(Value value, std::string what, std::string hint = {}) {
    errors_.push_back(document_.error(value, std::move(what), std::move(hint)));
  }

  void read_turn(Value turn, Grade& grade) {
    if (!turn.exists()) return;
    grade.of = turn.is(Kind::null) ? Grade::Of::conversation : Grade::Of::turn;
    if (turn.is(Kind::null)) return;
    const auto number = turn.is(Kind::number) ? whole_number(turn.text()) : std::nullopt;
    if (!number) return fail(turn, "turn must be a whole number", "counted from 0; null is the conversation as a whole");
    grade.turn = *number;
  }

  void read_faults(Value faults, Grade& grade) {
    if (!faults.exists()) return;
    if (!faults.is(Kind::object)) return fail(faults, "faults must be an object", "for example {\"cant\": 2}");
    for (Value member : faults.items()) {
      const std::string level = member.text();
      if (level != "1" && level != "2") fail(member, fmt::format("\"{}\" is no level of a label", level), std::string(levels));
      grade.labels.push_back({member.key(), level == "2"});
    }
  }

  void read_credits(Value credits, Grade& grade) {
    if (!credits.exists()) return;
    if (!credits.is(Kind::array)) return fail(credits, "credits must be a list", "for example [\"can_do\"]");
    for (Value one : credits.items()) {
      if (!one.is(Kind::string)) fail(one, fmt::format("a credit must be a text, this is {}", name(one.kind())));
      grade.labels.push_back({one.text(), true});
    }
  }

  const std::string& path_;
  Errors& errors_;
  json::Document document_;
};

void read_json_lines(const std::string& path, std::string_view bytes, Errors& errors, std::vector<Grade>& grades) {
  JsonLabels reader(path, errors);
  for (uint32_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) reader.read(line, number, grades);
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
  }
}

class CsvLabels {
 public:
  CsvLabels(const std::string& path, std::string_view bytes, char separator, Errors& errors)
      : lines_(path, bytes), table_(bytes, separator), errors_(errors) {}

  void read(std::vector<Grade>& grades) {
    if (!read_header()) return;
    Row row;
    for (CsvTable::Step step; (step = table_.next(row)) != CsvTable::Step::end;) {
      if (step == CsvTable::Step::fault)
        fail(row, std::string(table_.fault()));
      else if (row.cells.size() != width_)
        fail(row, fmt::format("{} cells in a table of {} columns", row.cells.size(), width_));
      else
        read_row(row, grades);
    }
  }

 private:
  void fail(const Row& row, std::string what, std::string hint = {}) {
    errors_.push_back(lines_.error(row.begin, std::move(what), std::move(hint)));
  }

  bool read_header() {
    Row row;
    if (table_.next(row) != CsvTable::Step::row) return false;
    width_ = row.cells.size();
    const std::size_t errors_before = errors_.size();
    for (std::size_t i = 0; i < width_; ++i) {
      const std::string name = row.cells[i].text();
      const auto found = std::ranges::find(columns, name);
      if (found == columns.end()) fail(row, fmt::format("unknown column \"{}\"", name), yaml::suggestion(name, columns));
      else at_[static_cast<std::size_t>(found - columns.begin())] = i;
    }
    for (std::size_t i = 0; i + 1 < columns.size(); ++i)
      if (!at_[i]) fail(row, fmt::format("the column {} is missing", columns[i]), "a table of labels has conversation, turn, key and value");
    return errors_.size() == errors_before;
  }

  std::string cell(const Row& row, std::size_t column) const { return at_[column] ? row.cells[*at_[column]].text() : std::string(); }

  void read_row(const Row& row, std::vector<Grade>& grades) {
    Grade grade;
    grade.place = lines_.place(row.begin);
    grade.conversation = cell(row, 0);
    const std::string turn = cell(row, 1), key = cell(row, 2), value = cell(row, 3);
    grade.grader = cell(row, 4);
    if (grade.conversation.empty()) return fail(row, "the conversation is missing", "its id");
    grade.of = turn.empty() ? Grade::Of::conversation : Grade::Of::turn;
    const auto number = turn.empty() ? 0 : whole_number(turn);
    if (!number) return fail(row, fmt::format("\"{}\" is no turn", turn), "a whole number, counted from 0; empty: the conversation as a whole");
    grade.turn = *number;
    if (!key.empty() && value != "1" && value != "2") return fail(row, fmt::format("\"{}\" is no level of a label", value), std::string(levels));
    if (!key.empty()) grade.labels.push_back({key, value == "2"});
    grades.push_back(std::move(grade));
  }

  SourceLines lines_;
  CsvTable table_;
  Errors& errors_;
  std::size_t width_ = 0;
  std::array<std::optional<std::size_t>, columns.size()> at_;
};

// One grade for what one grader said of one turn in several rows.
std::vector<Grade> joined(std::vector<Grade> grades) {
  std::vector<Grade> out;
  std::map<std::tuple<std::string, Grade::Of, int, std::string>, std::size_t> known;
  for (Grade& grade : grades) {
    const auto [entry, is_new] = known.try_emplace({grade.conversation, grade.of, grade.turn, grade.grader}, out.size());
    if (is_new) {
      out.push_back(std::move(grade));
      continue;
    }
    auto& labels = out[entry->second].labels;
    labels.insert(labels.end(), grade.labels.begin(), grade.labels.end());
  }
  return out;
}

}  // namespace

Result<std::vector<Grade>> read_labels(const std::string& path, std::string_view bytes) {
  Errors errors;
  std::vector<Grade> grades;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const auto separator = separator_of(bytes);
  if (first != std::string_view::npos && bytes[first] == '{') read_json_lines(path, bytes, errors, grades);
  else if (separator) CsvLabels(path, bytes, *separator, errors).read(grades);
  else errors.push_back({{path, 1, 1}, "no labels are here", "JSON lines of {\"id\": …, \"faults\": {\"cant\": 2}}, or a table of conversation, turn, key and value", ""});
  if (grades.empty() && errors.empty()) errors.push_back({{path}, "there is no label in it", "", ""});
  if (!errors.empty()) return errors;
  return joined(std::move(grades));
}

}  // namespace decant
