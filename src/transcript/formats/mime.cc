#include "transcript/formats/mime.h"

// GMIME_PART and its like would look up types by functions that are not linked.
#define G_DISABLE_CAST_CHECKS
#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <mutex>

#include "base/shared_library.h"
#include "transcript/formats/fields.h"

namespace decant {
namespace {

struct GMime final : SharedLibrary {
  GMime() : SharedLibrary("libgmime-3.0.so.0", "libgmime-3.0-0") {}
  DECANT_LIBRARY_FUNCTION(g_date_time_to_unix);
  DECANT_LIBRARY_FUNCTION(g_mime_content_type_get_media_subtype);
  DECANT_LIBRARY_FUNCTION(g_mime_content_type_get_media_type);
  DECANT_LIBRARY_FUNCTION(g_mime_content_type_get_parameter);
  DECANT_LIBRARY_FUNCTION(g_mime_content_type_is_type);
  DECANT_LIBRARY_FUNCTION(g_mime_data_wrapper_get_encoding);
  DECANT_LIBRARY_FUNCTION(g_mime_data_wrapper_get_stream);
  DECANT_LIBRARY_FUNCTION(g_mime_encoding_init_decode);
  DECANT_LIBRARY_FUNCTION(g_mime_encoding_outlen);
  DECANT_LIBRARY_FUNCTION(g_mime_encoding_step);
  DECANT_LIBRARY_FUNCTION(g_mime_iconv_close);
  DECANT_LIBRARY_FUNCTION(g_mime_iconv_open);
  DECANT_LIBRARY_FUNCTION(g_mime_init);
  DECANT_LIBRARY_FUNCTION(g_mime_message_get_addresses);
  DECANT_LIBRARY_FUNCTION(g_mime_message_get_date);
  DECANT_LIBRARY_FUNCTION(g_mime_message_get_from);
  DECANT_LIBRARY_FUNCTION(g_mime_message_get_message_id);
  DECANT_LIBRARY_FUNCTION(g_mime_message_get_mime_part);
  DECANT_LIBRARY_FUNCTION(g_mime_message_get_subject);
  DECANT_LIBRARY_FUNCTION(g_mime_multipart_get_count);
  DECANT_LIBRARY_FUNCTION(g_mime_multipart_get_part);
  DECANT_LIBRARY_FUNCTION(g_mime_multipart_get_type);
  DECANT_LIBRARY_FUNCTION(g_mime_object_get_content_type);
  DECANT_LIBRARY_FUNCTION(g_mime_object_get_disposition);
  DECANT_LIBRARY_FUNCTION(g_mime_object_get_header);
  DECANT_LIBRARY_FUNCTION(g_mime_parser_construct_message);
  DECANT_LIBRARY_FUNCTION(g_mime_parser_new_with_stream);
  DECANT_LIBRARY_FUNCTION(g_mime_parser_set_format);
  DECANT_LIBRARY_FUNCTION(g_mime_part_get_content);
  DECANT_LIBRARY_FUNCTION(g_mime_part_get_filename);
  DECANT_LIBRARY_FUNCTION(g_mime_part_get_type);
  DECANT_LIBRARY_FUNCTION(g_mime_references_free);
  DECANT_LIBRARY_FUNCTION(g_mime_references_get_message_id);
  DECANT_LIBRARY_FUNCTION(g_mime_references_length);
  DECANT_LIBRARY_FUNCTION(g_mime_references_parse);
  DECANT_LIBRARY_FUNCTION(g_mime_stream_mem_new_with_buffer);
  DECANT_LIBRARY_FUNCTION(g_object_unref);
  DECANT_LIBRARY_FUNCTION(g_type_check_instance_is_a);
  DECANT_LIBRARY_FUNCTION(internet_address_get_name);
  DECANT_LIBRARY_FUNCTION(internet_address_group_get_members);
  DECANT_LIBRARY_FUNCTION(internet_address_group_get_type);
  DECANT_LIBRARY_FUNCTION(internet_address_list_get_address);
  DECANT_LIBRARY_FUNCTION(internet_address_list_length);
  DECANT_LIBRARY_FUNCTION(internet_address_mailbox_get_addr);
  DECANT_LIBRARY_FUNCTION(internet_address_mailbox_get_type);
};

constexpr auto lib = loaded<GMime>;

bool is_a(const void* object, GType type) {
  return lib().g_type_check_instance_is_a(static_cast<GTypeInstance*>(const_cast<void*>(object)), type);
}

struct Unref {
  void operator()(void* object) const { lib().g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string text_of(const char* text) { return text ? text : ""; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

// Bytes of a part → UTF-8, where it may be cut anywhere.
class Charset {
 public:
  explicit Charset(const std::string& name) {
    const std::string known = lower(name);
    // What calls itself ASCII and is not, is the one or the other.
    has_western_ = known.empty() || known == "us-ascii" || known == "ascii";
    const std::string from = has_western_ ? "utf-8" : known == "iso-8859-1" ? "windows-1252" : known;
    converter_ = lib().g_mime_iconv_open("utf-8", from.c_str());
    is_known_ = converter_ != none();
    if (!is_known_) converter_ = lib().g_mime_iconv_open("utf-8", "utf-8");
    western_ = lib().g_mime_iconv_open("utf-8", "windows-1252");
  }
  ~Charset() {
    if (converter_ != none()) lib().g_mime_iconv_close(converter_);
    if (western_ != none()) lib().g_mime_iconv_close(western_);
  }
  Charset(const Charset&) = delete;
  Charset& operator=(const Charset&) = delete;

  bool is_known() const { return is_known_; }

  std::string add(std::string_view bytes, bool is_last) {
    const std::string all = std::exchange(waiting_, {}) + std::string(bytes);
    char* in = const_cast<char*>(all.data());  // not written to
    std::size_t left = all.size();
    std::string out;
    while (left > 0) {
      const int fault = step(converter_, in, left, out);
      if (fault == 0 || left == 0) break;
      if (fault == EINVAL && !is_last) {
        waiting_.assign(in, left);
        break;
      }
      std::size_t one = 1;
      char* byte = in;
      if (!has_western_ || step(western_, byte, one, out) != 0) out += "\uFFFD";
      ++in;
      --left;
    }
    return out;
  }

 private:
  static iconv_t none() { return reinterpret_cast<iconv_t>(-1); }

  // 0 when all is converted, or why not.
  static int step(iconv_t converter, char*& in, std::size_t& left, std::string& out) {
    char room[4096];
    for (;;) {
      char* to = room;
      std::size_t free = sizeof room;
      const std::size_t done = g_mime_iconv(converter, &in, &left, &to, &free);
      const int fault = errno;
      out.append(room, sizeof room - free);
      if (done != static_cast<std::size_t>(-1)) return 0;
      if (fault != E2BIG) return fault;
    }
  }

  iconv_t converter_, western_;
  bool is_known_ = true;
  bool has_western_ = false;
  std::string waiting_;
};

// The end of what can be decoded at once from `at` on, so that what it stands for is as short as possible: in quoted-printable a
// run of escapes or of plain characters, in everything else a line.
std::size_t chunk_end(std::string_view raw, std::size_t at, bool is_quoted) {
  const std::size_t line_end = std::min(raw.find('\n', at), raw.size() - 1) + 1;
  if (!is_quoted) return line_end;
  if (raw[at] != '=') return std::min(raw.find('=', at), line_end);
  while (at < line_end && raw[at] == '=') {
    if (line_end - at < 3 || raw[at + 1] == '\r' || raw[at + 1] == '\n') return line_end;
    at += 3;
  }
  return at;
}

SourcedText decoded(std::string_view raw, std::string_view block, GMimeContentEncoding encoding, Charset& charset) {
  SourcedText out;
  GMimeEncoding decoder;
  lib().g_mime_encoding_init_decode(&decoder, encoding);
  std::string bytes;
  const auto begin = static_cast<uint32_t>(raw.data() - block.data());
  for (std::size_t at = 0, end = 0; at < raw.size(); at = end) {
    end = chunk_end(raw, at, encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    bytes.resize(lib().g_mime_encoding_outlen(&decoder, end - at));
    bytes.resize(lib().g_mime_encoding_step(&decoder, raw.data() + at, end - at, bytes.data()));
    out.add(charset.add(bytes, end == raw.size()), {begin + static_cast<uint32_t>(at), begin + static_cast<uint32_t>(end)});
  }
  return out;
}

class Reader {
 public:
  Reader(std::string_view bytes, std::string_view block, Mail& mail) : bytes_(bytes), block_(block), mail_(mail) {}

  void read() {
    const Owned<GMimeStream> stream(lib().g_mime_stream_mem_new_with_buffer(bytes_.data(), bytes_.size()));
    const Owned<GMimeParser> parser(lib().g_mime_parser_new_with_stream(stream.get()));
    lib().g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    const Owned<GMimeMessage> message(lib().g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) return;
    headers(message.get());
    if (GMimeObject* const part = lib().g_mime_message_get_mime_part(message.get())) take(part);
    if (mail_.parts.empty() && mail_.attachments.empty()) take_all();
  }

 private:
  void headers(GMimeMessage* message) {
    addresses(lib().g_mime_message_get_from(message), [&](const char* name, std::string address) {
      if (!mail_.address.empty()) return;
      mail_.name = trim(text_of(name));
      mail_.address = std::move(address);
    });
    for (const GMimeAddressType type : {GMIME_ADDRESS_TYPE_TO, GMIME_ADDRESS_TYPE_CC})
      addresses(lib().g_mime_message_get_addresses(message, type),
                [&](const char*, std::string address) { mail_.recipients.push_back(std::move(address)); });
    if (GDateTime* const date = lib().g_mime_message_get_date(message)) mail_.date = static_cast<double>(lib().g_date_time_to_unix(date));
    mail_.id = text_of(lib().g_mime_message_get_message_id(message));
    mail_.subject = trim(text_of(lib().g_mime_message_get_subject(message)));
    for (const char* const header : {"References", "In-Reply-To"}) {
      const std::string value = field(message, header);
      GMimeReferences* const references = lib().g_mime_references_parse(nullptr, value.c_str());
      for (int i = 0; i < lib().g_mime_references_length(references); ++i)
        mail_.answers.push_back(text_of(lib().g_mime_references_get_message_id(references, i)));
      lib().g_mime_references_free(references);
    }
    const std::string submitted = lower(field(message, "Auto-Submitted"));
    mail_.is_automatic = (!submitted.empty() && !submitted.starts_with("no")) || lower(field(message, "Precedence")) == "auto_reply";
    for (const char* const header : {"X-Autoreply", "X-Autorespond", "X-Autoresponse"})
      mail_.is_automatic |= !field(message, header).empty() && lower(field(message, header)) != "no";
  }

  static std::string field(GMimeMessage* message, const char* name) {
    return std::string(trim(text_of(lib().g_mime_object_get_header(GMIME_OBJECT(message), name))));
  }

  // Those in groups as well.
  template <typename F>
  static void addresses(InternetAddressList* list, F&& each) {
    for (int i = 0; list && i < lib().internet_address_list_length(list); ++i) {
      InternetAddress* const one = lib().internet_address_list_get_address(list, i);
      if (is_a(one, lib().internet_address_group_get_type())) {
        addresses(lib().internet_address_group_get_members(INTERNET_ADDRESS_GROUP(one)), each);
      } else if (is_a(one, lib().internet_address_mailbox_get_type())) {
        each(lib().internet_address_get_name(one), lower(text_of(lib().internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)))));
      }
    }
  }

  void take(GMimeObject* part) {
    if (is_a(part, lib().g_mime_multipart_get_type())) {
      take_multipart(GMIME_MULTIPART(part));
    } else if (!is_text(part)) {
      leave_out(part);
    } else if (is_a(part, lib().g_mime_part_get_type())) {
      take_text(GMIME_PART(part));
    }
  }

  void take_multipart(GMimeMultipart* multipart) {
    GMimeContentType* const type = lib().g_mime_object_get_content_type(GMIME_OBJECT(multipart));
    const int count = lib().g_mime_multipart_get_count(multipart);
    if (!lib().g_mime_content_type_is_type(type, "multipart", "alternative")) {
      for (int i = 0; i < count; ++i) take(lib().g_mime_multipart_get_part(multipart, i));
      return;
    }
    // The plainest comes first; one that holds nothing is no alternative.
    for (int i = 0; i < count; ++i) {
      const std::size_t before = mail_.parts.size();
      take(lib().g_mime_multipart_get_part(multipart, i));
      if (std::any_of(mail_.parts.begin() + static_cast<std::ptrdiff_t>(before), mail_.parts.end(),
                      [](const MailPart& one) { return !trim(one.text.text()).empty(); }))
        return;
      mail_.parts.resize(before);
    }
  }

  static bool is_text(GMimeObject* part) {
    GMimeContentType* const type = lib().g_mime_object_get_content_type(part);
    const char* const disposition = lib().g_mime_object_get_disposition(part);
    if (disposition && lower(disposition) == "attachment") return false;
    return lib().g_mime_content_type_is_type(type, "text", "plain") || lib().g_mime_content_type_is_type(type, "text", "html");
  }

  void take_all() {
    const std::size_t unix = bytes_.find("\n\n"), windows = bytes_.find("\n\r\n");
    if (unix == std::string_view::npos && windows == std::string_view::npos) return;
    const std::string_view body = bytes_.substr(unix < windows ? unix + 2 : windows + 3);
    if (trim(body).empty()) return;
    mail_.is_broken = true;
    mail_.parts.push_back({.text = SourcedText(body, block_)});
  }

  void leave_out(GMimeObject* part) {
    const char* const name = is_a(part, lib().g_mime_part_get_type()) ? lib().g_mime_part_get_filename(GMIME_PART(part)) : nullptr;
    GMimeContentType* const type = lib().g_mime_object_get_content_type(part);
    mail_.attachments.push_back(name ? name : text_of(lib().g_mime_content_type_get_media_type(type)) + '/' + text_of(lib().g_mime_content_type_get_media_subtype(type)));
  }

  void take_text(GMimePart* part) {
    GMimeDataWrapper* const content = lib().g_mime_part_get_content(part);
    if (!content) return;
    // The part is read from the mail itself, not from a copy, so that it tells where it stands.
    const GMimeStream* const stream = lib().g_mime_data_wrapper_get_stream(content);
    const auto begin = static_cast<std::size_t>(stream->bound_start);
    if (stream->bound_start < 0 || begin > bytes_.size()) return;
    const std::string_view raw =
        bytes_.substr(begin, stream->bound_end < stream->bound_start ? std::string_view::npos
                                                                    : static_cast<std::size_t>(stream->bound_end) - begin);
    GMimeObject* const object = GMIME_OBJECT(part);
    GMimeContentType* const type = lib().g_mime_object_get_content_type(object);
    GMimeContentEncoding encoding = lib().g_mime_data_wrapper_get_encoding(content);
    const bool is_encoded = encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE || encoding == GMIME_CONTENT_ENCODING_BASE64 ||
                            encoding == GMIME_CONTENT_ENCODING_UUENCODE;
    const bool is_ascii = std::ranges::all_of(raw, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    MailPart read;
    read.is_html = lib().g_mime_content_type_is_type(type, "text", "html");
    read.is_flowed = lower(text_of(lib().g_mime_content_type_get_parameter(type, "format"))) == "flowed";
    if (!raw.empty() && !is_encoded && !is_ascii) {
      read.text = SourcedText(raw, block_);  // the file is UTF-8 by now, whatever it was
    } else if (!raw.empty()) {
      const std::string name = text_of(lib().g_mime_content_type_get_parameter(type, "charset"));
      Charset charset(name);
      if (!charset.is_known()) mail_.strange_charsets.push_back(name);
      read.text = decoded(raw, block_, encoding, charset);
    }
    mail_.parts.push_back(std::move(read));
  }

  std::string_view bytes_, block_;
  Mail& mail_;
};

}  // namespace

const std::string& why_no_mail_can_be_read() { return lib().fault(); }

Mail read_mail(std::string_view mail, std::string_view block) {
  static std::once_flag started;
  std::call_once(started, [] { lib().g_mime_init(); });
  Mail out;
  Reader(mail, block, out).read();
  return out;
}

}  // namespace decant
