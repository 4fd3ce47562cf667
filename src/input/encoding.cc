#include "input/encoding.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>

#include "text/unicode.h"

namespace decant {
namespace {

constexpr std::size_t least_for_zeros = 8, enough_for_zeros = 4096;
constexpr std::size_t enough_for_guess = 64 << 10;  // from the first strange byte on
constexpr std::string_view western = "WINDOWS-1252";

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
// The longer ones first: the mark of UTF-32 starts with that of UTF-16.
constexpr Mark marks[] = {{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                          {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                          {{"\xFF\xFE", 2}, "UTF-16LE"},
                          {{"\xFE\xFF", 2}, "UTF-16BE"}};

unsigned char byte(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool is_small(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 0xDF && c != 0xF7); }
bool is_capital(unsigned char c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0xDF && c != 0xD7); }
bool is_letter(unsigned char c) { return is_small(c) || is_capital(c); }

// Whether a byte above 0x7F is what a writer of a western language may have put here: a letter of a word, or a sign.
bool is_western(std::string_view text, std::size_t at) {
  const unsigned char c = byte(text, at), before = at > 0 ? byte(text, at - 1) : 0, after = byte(text, at + 1);
  if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D) return false;  // stand for nothing
  if (c == 0xFF || c == 0xFE || c == 0xF0) return false;                           // what broken bytes look like
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return true;
  if (is_capital(c) && is_small(before)) return false;
  return is_letter(before) || is_letter(after) || (after < 0x80 && before < 0x80);
}

struct Census {
  std::size_t characters = 0;  // of more than a byte, in UTF-8
  std::size_t strange = 0;     // bytes that belong to none
  std::size_t western = 0;     // of those
  std::size_t high = 0, ascii_letters = 0;
};

Census census(std::string_view bytes) {
  Census out;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned char c = byte(bytes, at);
    if (c < 0x80) {
      out.ascii_letters += is_letter(c);
      ++at;
      continue;
    }
    ++out.high;
    const Character character = character_at(bytes, at);
    if (character.size > 1) {
      ++out.characters;
      at += character.size;
      continue;
    }
    // The start of a character whose rest is missing is damaged UTF-8; no text of one byte a character looks so.
    const unsigned char next = byte(bytes, at + 1);
    const bool is_damaged = c >= 0xC2 && c < 0xF5 && next >= 0x80 && next < 0xC0;
    ++out.strange;
    out.western += !is_damaged && is_western(bytes, at);
    ++at;
  }
  return out;
}

std::string ask_library(std::string_view bytes) {
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(), bytes.size());
  uchardet_data_end(detector);
  std::string found = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return found;
}

}  // namespace

std::string wide_encoding(std::string_view head, std::size_t& mark) {
  mark = 0;
  for (const Mark& known : marks) {
    if (!head.starts_with(known.bytes)) continue;
    mark = known.bytes.size();
    return std::string(known.encoding);
  }
  head = head.substr(0, std::min(head.size(), enough_for_zeros) & ~std::size_t{1});
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  // Whatever the script, spaces and line ends have a zero byte, all on the same side. Zeros are also what binary files are full of.
  const auto is_side = [&](std::size_t side) {
    return head.size() >= least_for_zeros && zeros[side] > 1 && zeros[side] * 40 > head.size() && zeros[1 - side] * 10 < zeros[side];
  };
  const char* const encoding = is_side(1) ? "UTF-16LE" : is_side(0) ? "UTF-16BE" : nullptr;
  if (!encoding) return {};
  std::string text;
  const uint64_t strange = Recoder::create(encoding)->add(head, false, text);
  const auto controls = std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) < 9; });
  return strange == 0 && controls == 0 ? encoding : "";
}

std::string guessed_encoding(std::string_view bytes) {
  const auto first = std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  // One byte before it, to see whether it stands in a word.
  std::size_t from = static_cast<std::size_t>(first - bytes.begin());
  from -= from > 0;
  const std::string_view sample = bytes.substr(from, enough_for_guess);
  const Census found = census(sample);
  if (found.strange <= 8 * found.characters) return {};
  // Letters of a script that is not written in ASCII stand in rows.
  if (found.high * 3 > found.ascii_letters && found.high >= 8) {
    const std::string library = ask_library(sample);
    if (!library.empty() && library != "UTF-8" && library != "ASCII" && Recoder::create(library)) return library;
  }
  return found.western * 10 >= found.strange * 9 ? std::string(western) : std::string();
}

std::unique_ptr<Recoder> Recoder::create(const std::string& encoding) {
  const iconv_t converter = ::iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return nullptr;
  return std::unique_ptr<Recoder>(new Recoder(converter));
}

Recoder::~Recoder() { ::iconv_close(converter_); }

uint64_t Recoder::add(std::string_view bytes, bool is_last, std::string& out) {
  std::string joined;
  if (!waiting_.empty()) {
    joined = std::move(waiting_) + std::string(bytes);
    waiting_.clear();
    bytes = joined;
  }
  uint64_t strange = 0;
  char* in = const_cast<char*>(bytes.data());  // iconv does not write there
  std::size_t left = bytes.size();
  char room[16 << 10];
  while (left > 0) {
    char* to = room;
    std::size_t free = sizeof room;
    const std::size_t done = ::iconv(converter_, &in, &left, &to, &free);
    const int fault = errno;
    out.append(room, sizeof room - free);
    if (done != static_cast<std::size_t>(-1) || fault == E2BIG) continue;
    if (fault == EINVAL && !is_last) {
      waiting_.assign(in, left);
      break;
    }
    out += "\uFFFD";
    ++strange;
    ++in;
    --left;
  }
  return strange;
}

}  // namespace decant
