#include "input/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace decant {
namespace {

constexpr char first_of_magic = '\x1F';

class Gunzipped final : public ByteSource {
 public:
  explicit Gunzipped(std::unique_ptr<ByteSource> packed) : packed_(std::move(packed)) {
    is_ready_ = inflateInit2(&stream_, MAX_WBITS + 16) == Z_OK;  // 16: gzip, and nothing else
  }
  ~Gunzipped() override { inflateEnd(&stream_); }
  Gunzipped(const Gunzipped&) = delete;
  Gunzipped& operator=(const Gunzipped&) = delete;

  std::optional<std::string> read(char* out, std::size_t room, std::size_t& got) override {
    got = 0;
    if (!is_ready_) return "cannot decompress the file: out of memory";
    const auto given =
        static_cast<uInt>(std::min<std::size_t>(room, std::numeric_limits<uInt>::max()));
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = given;
    while (stream_.avail_out == given && !is_ended_) {
      if (stream_.avail_in == 0)
        if (auto fault = refill()) return fault;
      if (is_ended_) break;
      if (is_between_ && !start_next()) break;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      if (status == Z_STREAM_END)
        is_between_ = true;
      else if (status != Z_OK && status != Z_BUF_ERROR)
        return std::string("cannot decompress the file: damaged gzip input, ") +
               (stream_.msg ? stream_.msg : "of no known kind");
    }
    got = given - stream_.avail_out;
    return std::nullopt;
  }

 private:
  std::optional<std::string> refill() {
    std::size_t got = 0;
    if (auto fault = packed_->read(chunk_, sizeof chunk_, got)) return fault;
    if (got == 0 && !is_between_) return "cannot decompress the file: truncated gzip input";
    is_ended_ = got == 0;
    stream_.next_in = reinterpret_cast<Bytef*>(chunk_);
    stream_.avail_in = static_cast<uInt>(got);
    return std::nullopt;
  }

  bool start_next() {
    is_ended_ = static_cast<char>(*stream_.next_in) != first_of_magic;
    is_between_ = false;
    return !is_ended_ && inflateReset(&stream_) == Z_OK;
  }

  std::unique_ptr<ByteSource> packed_;
  z_stream stream_{};
  bool is_ready_ = false;
  bool is_between_ = false;  // behind the end of what was compressed in one go
  bool is_ended_ = false;
  char chunk_[64 << 10];
};

}  // namespace

std::unique_ptr<ByteSource> gunzipped(std::unique_ptr<ByteSource> packed) {
  return std::make_unique<Gunzipped>(std::move(packed));
}

}  // namespace decant
