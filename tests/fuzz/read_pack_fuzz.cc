// Whatever bytes are given as a pack, reading ends, and every error says what is wrong and where.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "rule/check.h"
#include "rule/rule_book.h"
#include "text/unicode.h"

namespace {

void check(const decant::Errors& errors) {
  for (const decant::Error& error : errors) {
    if (!error.what.empty() && error.place.path == "fuzz.yaml" && !decant::describe(error).empty()) continue;
    std::fprintf(stderr, "an error without what or where: %s\n", error.what.c_str());
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  std::string source(reinterpret_cast<const char*>(data), size);
  decant::repair_utf8(source, source.size());  // whoever loads a pack refuses what is no UTF-8
  const auto document = decant::yaml::parse("fuzz.yaml", source);
  if (!document) {
    check(document.errors());
    return 0;
  }
  const decant::PackFile pack{(*document)->tree, false};
  const auto book = decant::read_rule_book({&pack, 1}, {});
  if (!book) check(book.errors());
  else decant::build(**book, nullptr);
  return 0;
}
