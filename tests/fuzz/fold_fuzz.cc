// Whatever people write is folded to valid UTF-8 without control characters, and every folded byte leads back into its own
// turn, forward only. Turns are what lies between line feeds that follow a form feed.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "text/fold.h"
#include "text/unicode.h"

namespace decant {
namespace {

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

void check(const std::vector<Span>& given, const FoldedText& text) {
  std::string bytes = text.cased + text.lower;
  require(repair_utf8(bytes, bytes.size()) == 0, "folded text is valid UTF-8");
  require(text.cased.size() == text.lower.size(), "both buffers are of one length");
  require(text.cased.find("  ") == std::string::npos, "no two spaces in a row");
  require(text.turns.size() == given.size(), "no turn is lost");
  for (std::size_t i = 0; i < given.size(); ++i) {
    const Span turn = text.turns[i];
    Span before{given[i].begin, given[i].begin};
    for (uint32_t at = turn.begin; at < turn.end; ++at) {
      const auto byte = static_cast<unsigned char>(text.cased[at]);
      require(byte >= ' ' || (byte >= 1 && byte <= 4), "no control characters but the private four");
      const Span span = text.map.original({at, at + 1});
      require(given[i].contains(span), "every folded byte maps inside its turn");
      require(span.begin >= before.begin && span.end >= before.end, "the map goes forward");
      before = span;
    }
  }
}

}  // namespace
}  // namespace decant

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  decant::repair_utf8(text, text.size());
  decant::FoldedText folded;
  std::vector<decant::Span> given;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find("\f\n", begin), text.size());
    given.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    decant::fold(std::string_view(text).substr(begin, end - begin), static_cast<uint32_t>(begin), folded);
    begin = end + 2;
  }
  decant::check(given, folded);
  return 0;
}
