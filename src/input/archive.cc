#include "input/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/shared_library.h"
#include "input/gzip.h"

namespace decant {
namespace {

constexpr std::string_view gzip_magic = "\x1F\x8B\x08";

constexpr uint64_t most_bytes = 16ull << 30;     // unpacked
constexpr uint64_t most_members = 1'000'000;
constexpr uint64_t ratio_looked_at = 256 << 20;  // smaller archives may be as dense as they like
constexpr uint64_t most_ratio = 200;             // text shrinks to a tenth, seldom to a fiftieth

struct LibArchive final : SharedLibrary {
  LibArchive() : SharedLibrary("libarchive.so.13", "libarchive13") {}
  DECANT_LIBRARY_FUNCTION(archive_entry_filetype);
  DECANT_LIBRARY_FUNCTION(archive_entry_pathname);
  DECANT_LIBRARY_FUNCTION(archive_entry_pathname_utf8);
  DECANT_LIBRARY_FUNCTION(archive_error_string);
  DECANT_LIBRARY_FUNCTION(archive_filter_count);
  DECANT_LIBRARY_FUNCTION(archive_read_data);
  DECANT_LIBRARY_FUNCTION(archive_read_free);
  DECANT_LIBRARY_FUNCTION(archive_read_new);
  DECANT_LIBRARY_FUNCTION(archive_read_next_header);
  DECANT_LIBRARY_FUNCTION(archive_read_open1);
  DECANT_LIBRARY_FUNCTION(archive_read_set_callback_data);
  DECANT_LIBRARY_FUNCTION(archive_read_set_read_callback);
  DECANT_LIBRARY_FUNCTION(archive_read_set_seek_callback);
  DECANT_LIBRARY_FUNCTION(archive_read_support_filter_bzip2);
  DECANT_LIBRARY_FUNCTION(archive_read_support_filter_xz);
  DECANT_LIBRARY_FUNCTION(archive_read_support_filter_zstd);
  DECANT_LIBRARY_FUNCTION(archive_read_support_format_empty);
  DECANT_LIBRARY_FUNCTION(archive_read_support_format_raw);
  DECANT_LIBRARY_FUNCTION(archive_read_support_format_tar);
  DECANT_LIBRARY_FUNCTION(archive_read_support_format_zip);
  DECANT_LIBRARY_FUNCTION(archive_set_error);
};

constexpr auto lib = loaded<LibArchive>;

// libarchive reading from a ByteSource.
class Reader {
 public:
  explicit Reader(std::unique_ptr<ByteSource> source) : source_(std::move(source)), archive_(lib().archive_read_new()) {}
  ~Reader() { lib().archive_read_free(archive_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  archive* get() const { return archive_; }
  uint64_t bytes_read() const { return bytes_read_; }
  std::string fault() const {
    const char* const text = lib().archive_error_string(archive_);
    return text ? text : "it is damaged";
  }

  bool open() {
    lib().archive_read_set_callback_data(archive_, this);
    lib().archive_read_set_read_callback(archive_, [](archive*, void* self, const void** data) { return static_cast<Reader*>(self)->more(data); });
    if (source_->size())
      lib().archive_read_set_seek_callback(
          archive_, [](archive*, void* self, la_int64_t to, int from) { return static_cast<Reader*>(self)->seek(to, from); });
    return lib().archive_read_open1(archive_) == ARCHIVE_OK;
  }

 private:
  la_ssize_t more(const void** data) {
    std::size_t got = 0;
    if (const auto fault = source_->read(chunk_, sizeof chunk_, got)) {
      lib().archive_set_error(archive_, EIO, "%s", fault->c_str());
      return ARCHIVE_FATAL;
    }
    at_ += static_cast<la_int64_t>(got);
    bytes_read_ += got;
    *data = chunk_;
    return static_cast<la_ssize_t>(got);
  }

  la_int64_t seek(la_int64_t to, int from) {
    const auto size = static_cast<la_int64_t>(*source_->size());
    const la_int64_t wanted = from == SEEK_SET ? to : from == SEEK_CUR ? at_ + to : size + to;
    if (wanted < 0 || wanted > size) return ARCHIVE_FATAL;
    source_->seek(static_cast<uint64_t>(wanted));
    return at_ = wanted;
  }

  std::unique_ptr<ByteSource> source_;
  archive* archive_;
  la_int64_t at_ = 0;
  uint64_t bytes_read_ = 0;
  char chunk_[64 << 10];
};

void allow_filters(archive* archive) {
  lib().archive_read_support_filter_zstd(archive);
  lib().archive_read_support_filter_bzip2(archive);
  lib().archive_read_support_filter_xz(archive);
}

class Unreadable final : public ByteSource {
 public:
  std::optional<std::string> read(char*, std::size_t, std::size_t& got) override {
    got = 0;
    return "cannot decompress the file: " + lib().fault();
  }
};

class Decompressed final : public ByteSource {
 public:
  explicit Decompressed(std::unique_ptr<ByteSource> packed) : reader_(std::move(packed)) {}

  std::optional<std::string> read(char* out, std::size_t room, std::size_t& got) override {
    got = 0;
    if (!is_open_) {
      allow_filters(reader_.get());
      lib().archive_read_support_format_raw(reader_.get());
      lib().archive_read_support_format_empty(reader_.get());
      archive_entry* entry = nullptr;
      is_open_ = true;
      is_ended_ = !reader_.open();
      if (is_ended_) return fault();
      const int status = lib().archive_read_next_header(reader_.get(), &entry);
      if (status == ARCHIVE_EOF) is_ended_ = true;
      if (status < ARCHIVE_WARN) return fault();
      // Bytes that only start as if they were compressed would be handed on as they are.
      is_ended_ |= lib().archive_filter_count(reader_.get()) < 2;
      if (is_ended_ && status != ARCHIVE_EOF) return fault();
    }
    if (is_ended_) return std::nullopt;
    const la_ssize_t result = lib().archive_read_data(reader_.get(), out, room);
    if (result < 0) return fault();
    got = static_cast<std::size_t>(result);
    return std::nullopt;
  }

 private:
  std::string fault() { return "cannot decompress the file: " + reader_.fault(); }

  Reader reader_;
  bool is_open_ = false;
  bool is_ended_ = false;
};

std::shared_ptr<const Descriptor> nameless_file() {
  const char* const named = std::getenv("TMPDIR");
  const std::string folder = named && *named ? named : "/tmp";
  int number = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (number < 0) {  // not every file system has them
    std::string path = folder + "/decant-XXXXXX";
    number = ::mkostemp(path.data(), O_CLOEXEC);
    if (number >= 0) ::unlink(path.c_str());
  }
  return std::make_shared<const Descriptor>(number);
}

// As a walk through folders leaves them out.
bool is_hidden(std::string_view path) {
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view name = path.substr(at, end - at);
    if (name.starts_with('.') || name == "CVS") return true;
    at = end + 1;
  }
  return false;
}

std::string name_of(archive_entry* entry) {
  const char* name = lib().archive_entry_pathname(entry);
  if (!name) name = lib().archive_entry_pathname_utf8(entry);
  std::string_view text = name ? name : "";
  while (text.starts_with('/') || text.starts_with("./")) text.remove_prefix(text[0] == '/' ? 1 : 2);
  return std::string(text);
}

}  // namespace

class Unpacking {
 public:
  explicit Unpacking(Archive& out) : out_(out) {}

  // What forbids to read the archive at all.
  std::optional<std::string> run(std::unique_ptr<ByteSource> source) {
    out_.unpacked_ = nameless_file();
    if (out_.unpacked_->number() < 0) return std::string("cannot make a temporary file: ") + std::strerror(errno);
    if (auto refusal = unpack(std::move(source), "", 1)) return refusal;
    std::ranges::stable_sort(out_.members_, {}, &Archive::Member::name);
    return std::nullopt;
  }

 private:
  std::optional<std::string> unpack(std::unique_ptr<ByteSource> source, const std::string& prefix, int depth) {
    Reader reader(std::move(source));
    lib().archive_read_support_format_zip(reader.get());
    lib().archive_read_support_format_tar(reader.get());
    if (!reader.open()) return "cannot read the archive: " + reader.fault();
    bool is_first = true;
    for (;;) {
      archive_entry* entry = nullptr;
      const int status = lib().archive_read_next_header(reader.get(), &entry);
      if (status == ARCHIVE_EOF) return std::nullopt;
      if (status < ARCHIVE_WARN || status == ARCHIVE_RETRY) {
        if (is_first) return "cannot read the archive: " + reader.fault();
        out_.members_.push_back({prefix, 0, 0, "the archive cannot be read any further: " + reader.fault()});
        return std::nullopt;
      }
      Archive::Member member{prefix + name_of(entry), size_, 0, ""};
      if (is_first && depth == 1 && (member.name == "[Content_Types].xml" || member.name == "mimetype"))
        return "an office document, not a transcript";
      is_first = false;
      if (lib().archive_entry_filetype(entry) != AE_IFREG || is_hidden(member.name)) continue;
      if (auto refusal = copy(reader, member)) return refusal;
      if (auto refusal = take(std::move(member), depth)) return refusal;
    }
  }

  std::optional<std::string> copy(Reader& reader, Archive::Member& member) {
    if (++count_ > most_members) return fmt::format("it holds more than {} files", most_members);
    char chunk[64 << 10];
    for (;;) {
      const la_ssize_t got = lib().archive_read_data(reader.get(), chunk, sizeof chunk);
      if (got < 0) member.fault = "cannot be unpacked: " + reader.fault();
      if (got <= 0) return std::nullopt;
      const auto size = static_cast<std::size_t>(got);
      for (std::size_t done = 0; done < size;) {
        const ssize_t written = ::pwrite(out_.unpacked_->number(), chunk + done, size - done, static_cast<off_t>(size_ + done));
        if (written < 0 && errno != EINTR) return std::string("cannot be unpacked into a temporary file: ") + std::strerror(errno);
        if (written > 0) done += static_cast<std::size_t>(written);
      }
      size_ += size;
      member.size += size;
      if (size_ > most_bytes) return fmt::format("it holds more than {} GiB", most_bytes >> 30);
      if (size_ > ratio_looked_at && size_ > most_ratio * reader.bytes_read())
        return fmt::format("it holds more than {} times its size", most_ratio);
    }
  }

  // The files of an archive in the archive stand for it.
  std::optional<std::string> take(Archive::Member member, int depth) {
    std::unique_ptr<ByteSource> source = out_.read(member);
    std::string head;
    Container container = Container::none;
    for (int wraps = 0; member.fault.empty() && wraps < most_wraps; ++wraps) {
      head.assign(container_head, '\0');
      std::size_t size = 0, got = 1;
      while (size < head.size() && got > 0)
        if (source->read(head.data() + size, head.size() - size, got)) break;
        else size += got;
      head.resize(size);
      container = container_of(head);
      const std::string magic = head.substr(0, gzip_magic.size());
      source = put_back(std::move(head), std::move(source));
      if (container != Container::compressed) break;
      source = decompressed(std::move(source), magic);
    }
    if (container != Container::archive) {
      out_.members_.push_back(std::move(member));
      return std::nullopt;
    }
    if (depth >= most_wraps) {
      member.fault = fmt::format("an archive in {} others", depth);
    } else if (auto refusal = unpack(std::move(source), member.name + '/', depth + 1)) {
      member.fault = std::move(*refusal);
    } else {
      return std::nullopt;
    }
    out_.members_.push_back(std::move(member));
    return std::nullopt;
  }

  Archive& out_;
  uint64_t size_ = 0;
  uint64_t count_ = 0;
};

Container container_of(std::string_view head) {
  using namespace std::string_view_literals;
  for (const std::string_view magic : {gzip_magic, "\x28\xB5\x2F\xFD"sv, "BZh"sv, "\xFD\x37zXZ\0"sv}) {
    // "BZh" could start a text; a digit and the mark of a block follow.
    if (head.starts_with(magic) && (magic != "BZh" || head.substr(4, 2) == "1A")) return Container::compressed;
  }
  for (const std::string_view magic : {"PK\x03\x04"sv, "PK\x05\x06"sv})
    if (head.starts_with(magic)) return Container::archive;
  return head.size() > 262 && head.substr(257, 5) == "ustar" ? Container::archive : Container::none;
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> packed, std::string_view head) {
  if (head.starts_with(gzip_magic)) return gunzipped(std::move(packed));
  if (!lib().fault().empty()) return std::make_unique<Unreadable>();
  return std::make_unique<Decompressed>(std::move(packed));
}

Result<std::shared_ptr<const Archive>> Archive::open(std::unique_ptr<ByteSource> source, const std::string& path) {
  if (!lib().fault().empty()) return Error{{path}, "cannot read the archive", lib().fault(), ""};
  std::shared_ptr<Archive> archive(new Archive(path));
  if (auto refusal = Unpacking(*archive).run(std::move(source)))
    return Error{{path}, std::move(*refusal), "unpack it yourself, and name the folder", ""};
  return std::shared_ptr<const Archive>(std::move(archive));
}

std::unique_ptr<ByteSource> Archive::read(const Member& member) const {
  return part_of(unpacked_, member.begin, member.size);
}

}  // namespace decant
