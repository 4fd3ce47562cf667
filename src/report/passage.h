// A piece of text in several inks that is wrapped as a whole: a quote with its hit, a sentence with a number that
// matters. The only way in is add(), which makes everything harmless, so that nothing else need be trusted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace decant {

enum class Ink : uint8_t { plain, strong, faint, good, critical, error, warning, advice, note };

// What a passage is printed on.
struct Sheet {
  int columns = 80;
  bool colour = false;
};

class Passage {
 public:
  Passage() = default;
  explicit Passage(std::string_view text, Ink ink = Ink::plain) { add(text, ink); }

  Passage& add(std::string_view text, Ink ink = Ink::plain, bool is_underlined = false);
  bool empty() const { return text_.empty(); }
  int width() const;

  // Adds the passage as it is, on one line, without a line end.
  void print(const Sheet& sheet, std::string& out) const;

  // Adds the passage wrapped to the sheet: `out` already stands at column `indent`, later lines are indented by
  // `hanging`. The first line leaves `reserved` columns at its end free and is followed by `aside`, set against the
  // right edge. Ends with a line end. REQUIRES: `aside` is not wider than `reserved`.
  void print_wrapped(const Sheet& sheet, int indent, int hanging, std::string& out, int reserved = 0,
                     const Passage& aside = {}) const;

 private:
  struct Run {
    std::size_t end;  // in text_
    Ink ink;
    bool is_underlined;
  };
  void print_part(std::size_t begin, std::size_t end, bool colour, std::string& out) const;

  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace decant
