// The tables of which each row is a transcript, and the table of posts that answer each other.
// csv.cc chooses.
#pragma once

#include "transcript/formats.h"
#include "transcript/formats/csv_columns.h"
#include "transcript/formats/fields.h"

namespace decant {

struct CsvInput {
  const Block& block;
  SourceLines& lines;
  const CsvColumns& columns;
};

// The next row with as many cells as the header; faulty ones become errors. False at the end.
bool next_row(CsvTable& table, const CsvInput& input, const Sink& sink, Row& row);

// Puts the columns that belong to the conversation into the transcript's fields.
void read_fields(const Row& row, const CsvInput& input, Transcript& transcript);

// One conversation a row, all its turns typed into one cell.
void read_conversation_rows(CsvTable& table, const CsvInput& input, const Sink& sink);

// One canned reply a row: a script that an agent says.
void read_reply_rows(CsvTable& table, const CsvInput& input, const Sink& sink);

// One post a row; posts that answer each other are one conversation, in order of time.
void read_post_rows(CsvTable& table, const CsvInput& input, const Sink& sink);

}  // namespace decant
