// One file → its conversations, for commands that take them one by one; lint reads many files at once (lint/batch).
#pragma once

#include <functional>
#include <string>

#include "lint/neighbours.h"
#include "lint/read_block.h"

namespace decant {

// What a file was taken for.
struct FileRead {
  std::string path;
  const Format* format = nullptr;
  std::string companion;  // what it is, if it holds no conversation but belongs to those beside it
};

// What becomes of what is read.
struct FileListener {
  Sink sink;  // the conversations as they come; they are gone when it returns
  // After each file: what it was taken for, or why nothing at all could be read.
  std::function<void(Result<FileRead>&&)> done;
  // Whether a file in an archive is wanted; all are if it is empty.
  std::function<bool(const std::string& member)> wants = {};
};

// Reads a file, or all wanted files of an archive. A large file is read part by part where its format allows. "-" is standard
// input.
void read_file(const std::string& path, const ReadingOptions& options, Neighbours& neighbours, const FileListener& listener);

}  // namespace decant
