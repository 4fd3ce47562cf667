#include "cli/read_text.h"

namespace decant {

Result<Buffer> read_text(const std::string& path) {
  auto file = InputFile::open(path);
  if (!file) return file.errors();
  Buffer buffer;
  bool is_last = false;
  uint64_t repaired = 0;
  if (auto error = file->read(buffer, is_last, repaired)) return *error;
  if (!is_last)
    if (auto error = file->read_rest(buffer, repaired)) return *error;
  if (repaired || file->is_archive() || !file->encoding().empty()) return Error{{path}, "not a text file: it holds bytes that are no UTF-8", "save it as UTF-8", ""};
  return buffer;
}

}  // namespace decant
