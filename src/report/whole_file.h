// A report file that is there whole or not at all: it is written under another name in the same folder and renamed
// when it is complete. Whoever reads the old report meanwhile reads it to the end; a run that fails leaves it as it
// was.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/result.h"

namespace decant {

class WholeFile {
 public:
  // Opens a temporary file beside `path`, which need not exist; a link is followed, so that it stays one. What is no
  // regular file (/dev/stdout, a pipe) cannot be replaced and is written directly.
  static Result<WholeFile> create(const std::string& path);

  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  // Without finish() the temporary file is removed and the report at `path` is what it was.
  ~WholeFile();

  // Adds bytes. After a failure the rest is dropped; finish() tells.
  void write(std::string_view bytes);

  // Puts the report in its place. Nothing may be written after it. nullopt: done.
  std::optional<Error> finish();

 private:
  WholeFile(std::string path, std::string target, std::string temporary, int descriptor)
      : path_(std::move(path)), target_(std::move(target)), temporary_(std::move(temporary)),
        descriptor_(descriptor) {}
  bool flush();

  std::string path_;       // as the user wrote it
  std::string target_;     // what is replaced: `path_` behind its links
  std::string temporary_;  // empty: `path_` is written directly, or all is done
  int descriptor_ = -1;
  std::string buffer_;
  int error_ = 0;  // errno of the first failure
};

}  // namespace decant
