#include "transcript/formats/csv_table.h"

#include <algorithm>

namespace decant {

std::string Cell::text() const {
  std::string out;
  if (!has_doubled) return std::string(raw);
  for (std::size_t at = 0; at < raw.size(); ++at) {
    out += raw[at];
    if (raw[at] == '"') ++at;
  }
  return out;
}

SourcedText Cell::sourced(std::string_view block) const {
  if (!has_doubled) return SourcedText(raw, block);
  SourcedText text;
  const auto begin = static_cast<uint32_t>(raw.data() - block.data());
  for (std::size_t at = 0; at < raw.size();) {
    const auto place = begin + static_cast<uint32_t>(at);
    if (raw[at] == '"') {
      text.add("\"", {place, place + 2});
      at += 2;
    } else {
      const std::size_t end = std::min(raw.find('"', at), raw.size());
      text.add(raw.substr(at, end - at), {place, begin + static_cast<uint32_t>(end)});
      at = end;
    }
  }
  return text;
}

std::optional<char> separator_of(std::string_view bytes) {
  constexpr std::string_view separators = "\t;,|";
  std::size_t counts[separators.size()] = {};
  bool is_quoted = false;
  for (const char c : bytes) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\n') break;
    if (const std::size_t which = separators.find(c); which != std::string_view::npos)
      ++counts[which];
  }
  const auto most = std::ranges::max_element(counts);
  if (*most == 0) return std::nullopt;
  return separators[static_cast<std::size_t>(most - counts)];
}

CsvTable::Step CsvTable::give_up(Row& row, std::size_t at, std::string_view fault) {
  const std::size_t row_begin = row.begin;
  row.begin = static_cast<uint32_t>(at);
  fault_ = fault;
  // A file of nothing but faults must not be read once for every line.
  read_twice_ += at_ - row_begin;
  const std::size_t line_end = bytes_.find('\n', row_begin);
  const bool is_hopeless = read_twice_ > 2 * bytes_.size() + 65536;
  at_ = line_end == std::string_view::npos || is_hopeless ? bytes_.size() : line_end + 1;
  if (is_hopeless) fault_ = "too many quotes are left open, the rest of the file is not read";
  return Step::fault;
}

CsvTable::Step CsvTable::next(Row& row) {
  row.cells.clear();
  while (at_ < bytes_.size() && (bytes_[at_] == '\n' || bytes_[at_] == '\r')) ++at_;
  if (at_ >= bytes_.size()) return Step::end;
  row.begin = static_cast<uint32_t>(at_);
  for (;;) {
    Cell cell;
    if (at_ < bytes_.size() && bytes_[at_] == '"') {
      const std::size_t opened = at_;
      if (!read_quoted(cell))
        return give_up(row, opened, "the quote that opens here is never closed");
    } else {
      const char ends[] = {separator_, '\n'};
      const std::size_t end =
          std::min(bytes_.find_first_of(std::string_view(ends, 2), at_), bytes_.size());
      cell.raw = bytes_.substr(at_, end - at_);
      at_ = end;
      if ((end == bytes_.size() || bytes_[end] == '\n') && cell.raw.ends_with('\r'))
        cell.raw.remove_suffix(1);
    }
    row.cells.push_back(cell);
    if (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
    if (at_ >= bytes_.size()) return Step::row;
    if (bytes_[at_] == '\n') {
      ++at_;
      return Step::row;
    }
    if (bytes_[at_] != separator_)
      return give_up(
          row, at_,
          "text follows the quote that closes a cell; a quote inside a cell is written twice");
    ++at_;
  }
}

// Leaves at_ behind the closing quote and spaces after it.
bool CsvTable::read_quoted(Cell& cell) {
  const std::size_t begin = ++at_;
  for (;;) {
    const std::size_t quote = bytes_.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = bytes_.size();
      return false;
    }
    at_ = quote + 1;
    if (at_ < bytes_.size() && bytes_[at_] == '"') {
      cell.has_doubled = true;
      ++at_;
      continue;
    }
    cell.raw = bytes_.substr(begin, quote - begin);
    while (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    return true;
  }
}

}  // namespace decant
