// The formats decant reads. A format is a file in formats/ and its row in the table (formats.cc).
// A format is recognised by content alone; names and endings only break a tie that content leaves.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "transcript/transcript.h"

namespace decant {

struct Mapping;

// What a reader is given. `bytes` is valid UTF-8 without a BOM and is followed by at least `block_padding`
// readable bytes (the JSON library reads past the end); it outlives every transcript read from it.
struct Block {
  std::string_view path;
  std::string_view bytes;
  uint32_t first_line = 1;  // of the file, when a large file is read in blocks
  // The contents of the files beside it that have this name: "users.json", "*parties*.json", or one folder up
  // "../users.json". Empty if there is nothing beside it.
  std::function<std::vector<std::string>(std::string_view name)> neighbours = {};
  const Mapping* mapping = nullptr;  // the user's own, for the formats of JSON
  bool is_last = true;               // nothing of the file follows
};

inline constexpr std::size_t block_padding = 64;

// Where readers put what they read, in the order of the file. Called on the reader's thread.
struct Sink {
  std::function<void(Transcript&&)> transcript;
  std::function<void(Error&&)> error;  // a conversation that could not be read; the rest goes on
  // Told instead, if it is there, of a file that holds no conversation but belongs to those beside it.
  std::function<void(std::string_view what)> companion = {};
};

struct Format {
  std::string_view name;         // "text", "jsonl", …: as in --input-format
  std::string_view summary;      // one line for `decant formats`
  std::string_view recognised;   // how, one line
  // How sure we are that `head` (the first bytes of a file, at most 64 KiB; `whole` if that is all of it) is of this
  // format: 0 no … 100 certain. Must be cheap and must not throw.
  int (*recognise)(std::string_view head, bool whole);
  // Reads all conversations of a block. Errors have places.
  void (*read)(const Block& block, const Sink& sink);
  // How many bytes at the start of `bytes` may be read as a block of their own, because nothing goes on behind them; 0 if
  // there is no such place. Null if a file must be read whole.
  std::size_t (*cut)(std::string_view bytes) = nullptr;
  std::size_t part_bytes = 0;  // how large a part should be at least
};

// All formats, the surest recognisers first.
std::span<const Format> formats();
const Format* format_named(std::string_view name);

// The format with the highest confidence; nullptr if none claims the content.
const Format* recognise_format(std::string_view head, bool whole);

}  // namespace decant
