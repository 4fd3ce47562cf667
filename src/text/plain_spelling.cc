#include "text/plain_spelling.h"

#include <optional>

#include "text/unicode.h"

namespace decant {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::optional<std::string_view> plain_punctuation(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x02BC: case 0x2032: case 0xB4:
      return "'";
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0xAB: case 0xBB: case 0x2033:
      return "\"";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    default:
      return std::nullopt;
  }
}

// Bytes of the marks from `at` on that belong to the character before; as many as Unicode's stream-safe form allows, because
// putting marks in order takes the square of their number.
uint32_t marks_at(std::string_view token, uint32_t at) {
  constexpr int most_marks = 30;
  uint32_t size = 0;
  for (int marks = 0; marks < most_marks && at + size < token.size(); ++marks) {
    const Character next = character_at(token, at + size);
    if (!is_combining_mark(next.code) || is_invisible(next.code)) break;
    size += next.size;
  }
  return size;
}

}  // namespace

Spelling spell(std::string_view token) {
  Spelling out;
  for (uint32_t at = 0; at < token.size();) {
    const auto derived = static_cast<uint32_t>(out.text.size());
    const Character c = character_at(token, at);
    const uint32_t size = c.size + marks_at(token, at + c.size);
    if (c.code < 0x80 && size == 1) {
      out.text += static_cast<char>(c.code);
      out.map.add(derived, 1, at, 1);
      at += 1;
      continue;
    }
    if (is_invisible(c.code)) {
      at += c.size;
      continue;
    }
    if (auto plain = plain_punctuation(c.code); plain && size == c.size) {
      out.text += *plain;
    } else {
      std::string form = compatibility_form(token.substr(at, size));
      // A compatibility form may hold spaces (U+00A8) or, after it, control bytes: neither belongs in a token.
      std::erase_if(form, [](char b) { return static_cast<unsigned char>(b) <= ' '; });
      for (uint32_t i = 0; i < form.size(); i += character_at(form, i).size) {
        const char32_t code = character_at(form, i).code;
        if (code >= 0x80 && is_letter_or_digit(code)) out.has_foreign_letters = true;
      }
      out.text += form;
    }
    const auto grown = static_cast<uint32_t>(out.text.size()) - derived;
    if (grown) out.map.add(derived, grown, at, size, grown > character_at(out.text, derived).size);
    at += size;
  }
  return out;
}

void append_lower(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.code < 0x80 || character.size == 1)
      out += lower(text[i]);
    else
      append_utf8(lower_of_equal_size(character.code), out);
    i += character.size;
  }
}

std::string plain_spelling(std::string_view text) {
  const std::string spelt = spell(text).text;
  std::string out;
  append_lower(spelt, out);
  return out;
}

}  // namespace decant
