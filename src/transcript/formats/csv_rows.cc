#include "transcript/formats/csv_rows.h"

#include <fmt/format.h>

#include "transcript/formats/text.h"

namespace decant {

bool next_row(CsvTable& table, const CsvInput& input, const Sink& sink, Row& row) {
  for (;;) {
    switch (table.next(row)) {
      case CsvTable::Step::end:
        return false;
      case CsvTable::Step::fault:
        sink.error(input.lines.error(row.begin, std::string(table.fault()),
                                     "reading goes on with the next line"));
        continue;
      case CsvTable::Step::row:
        break;
    }
    const std::size_t wanted = input.columns.names.size();
    // Spreadsheets add empty cells at the end.
    while (row.cells.size() > wanted && row.cells.back().raw.empty()) row.cells.pop_back();
    if (row.cells.size() == wanted) return true;
    sink.error(input.lines.error(
        row.begin,
        fmt::format("the row has {}, the header {}", counted(row.cells.size(), "cell"), wanted),
        "a cell that holds the separator, a quote or a line break stands in double quotes"));
  }
}

void read_fields(const Row& row, const CsvInput& input, Transcript& transcript) {
  for (const std::size_t column : input.columns.others)
    set_field(transcript, input.columns.names[column], row.cells[column].text());
}

void read_conversation_rows(CsvTable& table, const CsvInput& input, const Sink& sink) {
  for (Row row; next_row(table, input, sink, row);) {
    Transcript transcript = start_transcript(input.block, row.begin, input.lines);
    if (input.columns.id) transcript.id = row.cells[*input.columns.id].text();
    if (input.columns.start)
      set_field(transcript, "started", row.cells[*input.columns.start].text());
    read_fields(row, input, transcript);
    const SourcedText text = row.cells[*input.columns.text].sourced(input.block.bytes);
    if (read_typed(text, transcript)) {
      sink.transcript(std::move(transcript));
    } else {
      sink.error(too_many_turns(input.lines, row.begin));
    }
  }
}

void read_reply_rows(CsvTable& table, const CsvInput& input, const Sink& sink) {
  for (Row row; next_row(table, input, sink, row);) {
    Transcript transcript = start_transcript(input.block, row.begin, input.lines);
    if (input.columns.id) transcript.id = row.cells[*input.columns.id].text();
    if (transcript.id.empty() && input.columns.title) transcript.id = row.cells[*input.columns.title].text();
    transcript.channel = "script";
    read_fields(row, input, transcript);
    TurnWriter writer(transcript);
    writer.begin(Role::agent, "");
    const SourcedText text = row.cells[*input.columns.text].sourced(input.block.bytes);
    text.write(text.text(), writer);
    writer.finish();
    if (trim(text.text()).empty()) transcript.warnings.push_back("the reply has no text");
    sink.transcript(std::move(transcript));
  }
}

}  // namespace decant
