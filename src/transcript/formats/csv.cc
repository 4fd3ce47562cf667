// Tables. Most have a row a turn; the header decides which columns mean what, and what kind of
// table it is.
#include <fmt/format.h>

#include <deque>
#include <unordered_map>

#include "transcript/formats/csv_rows.h"
#include "transcript/formats/labels.h"
#include "transcript/formats/readers.h"
#include "transcript/formats/text.h"
#include "transcript/formats/time.h"

namespace decant {
namespace {

constexpr int certain =
    85;  // a text column, and a column for the conversation, the speaker or the time
constexpr int likely = 65;                // a text column
constexpr int possible = 35;              // rows of equal length
constexpr std::size_t longest_name = 32;  // of a column

// Excel's own way to name the separator, in a line before the header.
std::string_view separator_line(std::string_view bytes) {
  if (!bytes.starts_with("sep=") || bytes.size() < 6) return {};
  const std::size_t end = bytes.find('\n');
  return end == 5 || (end == 6 && bytes[5] == '\r') ? bytes.substr(0, end + 1) : std::string_view();
}

CsvTable table_of(std::string_view bytes, std::optional<char>& separator) {
  const std::string_view line = separator_line(bytes);
  separator = line.empty() ? separator_of(bytes) : line[4];
  CsvTable table(bytes, separator.value_or(','));
  Row skipped;
  if (!line.empty()) table.next(skipped);
  return table;
}

bool looks_like_header(const Row& row) {
  for (const Cell& cell : row.cells)
    if (trim(cell.raw).empty() || cell.raw.size() > longest_name ||
        cell.raw.find_first_of(":!?{}[]<>\n") != std::string_view::npos)
      return false;
  return row.cells.size() >= 2;
}

// Rows of equal length, and commas without the space that follows them in sentences.
bool is_table(std::string_view bytes, char separator) {
  CsvTable table(bytes, separator);
  std::size_t rows = 0, columns = 0;
  for (Row row; rows < 10 && table.next(row) == CsvTable::Step::row; ++rows) {
    if (rows == 0) columns = row.cells.size();
    if (row.cells.size() != columns) return false;
    for (const Cell& cell : row.cells)
      if (cell.raw.starts_with(' ')) return false;
  }
  return rows >= 3;
}

struct Conversation {
  explicit Conversation(Transcript&& begun) : transcript(std::move(begun)) {}
  Transcript transcript;
  TurnWriter writer{transcript};
  Timeline timeline;
  RoleWords role_words;
  bool is_too_long = false;
  std::size_t strange_times = 0;  // cells that are no time
};

// Rows of turns, grouped by conversation; those of several conversations may be mixed.
class TurnRows {
 public:
  TurnRows(const CsvInput& input) : input_(input), columns_(input.columns) {}
  void add(const Row& row);
  void finish(const Sink& sink);

 private:
  Conversation& conversation_of(const Row& row);
  Role role_of(const Row& row, std::string_view speaker, Conversation& conversation) const;
  double time_of(const Row& row, CsvColumns::Index column, bool is_ms,
                 Conversation& conversation) const;

  const CsvInput& input_;
  const CsvColumns& columns_;
  std::deque<Conversation> conversations_;  // stay where they are: writers point into them
  std::unordered_map<std::string, Conversation*> by_id_;
};

Conversation& TurnRows::conversation_of(const Row& row) {
  const std::string id =
      columns_.id ? std::string(trim(row.cells[*columns_.id].text())) : std::string();
  Conversation*& known = by_id_[id];
  if (known == nullptr) {
    Transcript transcript = start_transcript(input_.block, row.begin, input_.lines);
    transcript.id = id;
    read_fields(row, input_, transcript);
    known = &conversations_.emplace_back(std::move(transcript));
  }
  return *known;
}

Role TurnRows::role_of(const Row& row, std::string_view speaker, Conversation& conversation) const {
  if (columns_.role) {
    const std::string word(trim(row.cells[*columns_.role].text()));
    if (!word.empty()) return conversation.role_words.role(word);
  }
  if (columns_.inbound) {
    const std::string_view inbound = trim(row.cells[*columns_.inbound].raw);
    if (equals_in_any_case(inbound, "true") || inbound == "1") return Role::customer;
    if (equals_in_any_case(inbound, "false") || inbound == "0") return Role::agent;
  }
  return role_of_speaker(speaker).value_or(Role::unknown);
}

double TurnRows::time_of(const Row& row, CsvColumns::Index column, bool is_ms,
                         Conversation& conversation) const {
  if (!column) return no_time;
  const std::string text = row.cells[*column].text();
  std::optional<Time> time = time_from(text);
  if (!time) {
    conversation.strange_times += !trim(text).empty();
    return no_time;
  }
  if (is_ms && time->kind == Time::Kind::offset) time->seconds /= 1000;
  return conversation.timeline.seconds(*time);
}

void TurnRows::add(const Row& row) {
  Conversation& conversation = conversation_of(row);
  if (conversation.transcript.turns.size() == most_turns) conversation.is_too_long = true;
  if (conversation.is_too_long) return;
  const std::string speaker =
      columns_.speaker ? std::string(trim(row.cells[*columns_.speaker].text())) : std::string();
  Turn& turn = conversation.writer.begin(role_of(row, speaker, conversation), speaker);
  turn.start = time_of(row, columns_.start, columns_.is_start_ms, conversation);
  turn.end = time_of(row, columns_.end, columns_.is_end_ms, conversation);
  const SourcedText text = row.cells[*columns_.text].sourced(input_.block.bytes);
  if (text.text().empty()) {
    conversation.writer.add("", text.source(text.text()));
  } else {
    text.write(text.text(), conversation.writer);
  }
}

void TurnRows::finish(const Sink& sink) {
  for (Conversation& conversation : conversations_) {
    Transcript& transcript = conversation.transcript;
    conversation.writer.finish();
    if (conversation.is_too_long) {
      sink.error(too_many_turns(input_.lines, transcript.first_byte));
      continue;
    }
    if (transcript.started.empty() && conversation.timeline.first_instant())
      transcript.started = iso_instant(*conversation.timeline.first_instant());
    conversation.role_words.warn(transcript);
    if (conversation.strange_times > 0)
      transcript.warnings.push_back(fmt::format("{} of the table not read as a time", counted(conversation.strange_times, "cell")));
    if (!columns_.has_speakers()) transcript.warnings.push_back("no column says who speaks");
    settle(transcript);
    sink.transcript(std::move(transcript));
  }
}

// Without a column for speakers the first cell may show that it holds all of a conversation.
bool holds_conversations(CsvTable table, const CsvColumns& columns) {
  if (columns.has_speakers()) return false;
  if (columns.is_whole_conversation) return true;
  Row row;
  if (table.next(row) != CsvTable::Step::row || row.cells.size() <= *columns.text) return false;
  return count_labelled_lines(row.cells[*columns.text].text()) >= 2;
}

// Another column that has the name of that of the text.
CsvColumns::Index text_again(const CsvColumns& columns) {
  for (std::size_t i = 0; i < columns.names.size(); ++i)
    if (i != *columns.text && plain_key(columns.names[i]) == plain_key(columns.names[*columns.text])) return i;
  return std::nullopt;
}

bool holds_replies(const CsvColumns& columns) {
  return !columns.has_speakers() && !columns.start && (columns.is_reply || columns.title);
}

}  // namespace

int recognise_csv(std::string_view head, bool whole) {
  std::optional<char> separator;
  CsvTable table = table_of(head, separator);
  Row header;
  if (!separator || table.next(header) != CsvTable::Step::row || !looks_like_header(header))
    return 0;
  const CsvColumns columns = columns_of(header);
  if (columns.text)
    return columns.id || columns.has_speakers() || columns.start || columns.title ? certain
                                                                                  : likely;
  if (columns.id.has_value() + columns.has_speakers() + columns.start.has_value() >= 2) return possible;
  // Perhaps a table all the same, so that the reader can say which column it misses.
  if (!whole) head = head.substr(0, head.rfind('\n') + 1);
  return is_table(head, *separator) ? possible : 0;
}

void read_csv(const Block& block, const Sink& sink) {
  SourceLines lines(block.path, block.bytes, block.first_line);
  std::optional<char> separator;
  CsvTable table = table_of(block.bytes, separator);
  Row header;
  switch (table.next(header)) {
    case CsvTable::Step::end:
      return sink.error(lines.error(0, "the table is empty", "its first row names the columns"));
    case CsvTable::Step::fault:
      return sink.error(
          lines.error(header.begin, std::string(table.fault()), "the first row names the columns"));
    case CsvTable::Step::row:
      break;
  }
  const CsvColumns columns = columns_of(header);
  const CsvInput input{block, lines, columns};
  if (!columns.text) {
    std::string found;
    for (const std::string& name : columns.names)
      if (found.size() < 200) found += (found.empty() ? "" : ", ") + name;
    sink.error(lines.error(
        header.begin, fmt::format("no column holds the text; the columns are {}", found),
        "name the column of what was said \"text\", of who said it \"speaker\" or \"role\""));
  } else if (const CsvColumns::Index again = text_again(columns)) {
    sink.error(lines.error(header.begin, fmt::format("two columns are named \"{}\"", columns.names[*again]), "give the one that does not hold what was said another name"));
  } else if (columns.post && columns.inbound) {
    read_post_rows(table, input, sink);
  } else if (holds_conversations(table, columns)) {
    read_conversation_rows(table, input, sink);
  } else if (holds_replies(columns)) {
    read_reply_rows(table, input, sink);
  } else {
    TurnRows turns(input);
    for (Row row; next_row(table, input, sink, row);) turns.add(row);
    turns.finish(sink);
  }
}

}  // namespace decant
