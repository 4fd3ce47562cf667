#include "input/gzip.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>

namespace decant {
namespace {

std::string packed(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// Gives a byte at a time, as a pipe may.
class Drops final : public ByteSource {
 public:
  explicit Drops(std::string bytes) : bytes_(std::move(bytes)) {}
  std::optional<std::string> read(char* out, std::size_t, std::size_t& got) override {
    got = at_ < bytes_.size();
    if (got > 0) *out = bytes_[at_++];
    return std::nullopt;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// What is read, or what is wrong with it.
std::string unpacked(const std::string& bytes, std::size_t room = 7) {
  const auto source = gunzipped(std::make_unique<Drops>(bytes));
  std::string out, part(room, '\0');
  for (std::size_t got = 1; got > 0; out.append(part, 0, got))
    if (const auto fault = source->read(part.data(), room, got)) return *fault;
  return out;
}

TEST_CASE("gzip gives what was packed, several one behind the other too") {
  const std::string text = "The plums are late, and so are the pears.";
  CHECK(unpacked(packed(text)) == text);
  CHECK(unpacked(packed(text) + packed("") + packed("More."), 100) == text + "More.");
  CHECK(unpacked(packed("")) == "");
}

TEST_CASE("what follows and is no gzip is left out") { CHECK(unpacked(packed("Plums.") + std::string(5, '\0') + "pears") == "Plums."); }

TEST_CASE("a changed byte, a wrong checksum and a missing end are errors") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "The plums are late " + std::to_string(i * i) + ". ";
  const std::string whole = packed(text);
  REQUIRE(unpacked(whole) == text);
  for (std::size_t at = 10; at < whole.size(); at += 97) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    CHECK(unpacked(changed).starts_with("cannot decompress the file: "));
  }
  std::string sum = whole;
  sum[sum.size() - 6] = static_cast<char>(sum[sum.size() - 6] ^ 1);
  CHECK(unpacked(sum) == "cannot decompress the file: damaged gzip input, incorrect data check");
  CHECK(unpacked(whole.substr(0, whole.size() - 1)) == "cannot decompress the file: truncated gzip input");
  CHECK(unpacked(whole.substr(0, 5)) == "cannot decompress the file: truncated gzip input");
}

}  // namespace
}  // namespace decant
