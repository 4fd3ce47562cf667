// Mail, alone or as an mbox: every mail is a turn of the one who wrote it. What it repeats of earlier mails, signatures,
// disclaimers, automatic replies and attachments are left out, and that is said.
#include <algorithm>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "transcript/formats/html_text.h"
#include "transcript/formats/mail_roles.h"
#include "transcript/formats/mail_text.h"
#include "transcript/formats/mail_thread.h"
#include "transcript/formats/readers.h"
#include "transcript/formats/fields.h"
#include "transcript/formats/text_lines.h"
#include "transcript/formats/time.h"

namespace decant {
namespace {

constexpr int certain = 95;
constexpr std::size_t lines_of_headers = 200;
constexpr std::size_t widest_wrap = 100, narrowest_wrap = 50;  // bytes of a line, where mail programs break text

std::string_view line_at(std::string_view bytes, std::size_t at) {
  std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view header_name(std::string_view line) {
  const std::size_t end = line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
  return end == std::string_view::npos || end == 0 || line[end] != ':' ? std::string_view() : line.substr(0, end);
}

// Whether an envelope ends as all programs write it, with a day of the week and a year: "Wed Mar 04 15:02:10 2026".
bool has_full_date(std::string_view line) {
  constexpr std::string_view days[] = {" Mon ", " Tue ", " Wed ", " Thu ", " Fri ", " Sat ", " Sun "};
  const std::size_t year = line.find_last_not_of("0123456789");
  return year != std::string_view::npos && line.size() - year == 5 && line.find(':') != std::string_view::npos &&
         std::ranges::any_of(days, [&](std::string_view day) { return line.find(day) != std::string_view::npos; });
}

// "From pat@plum.example Wed Mar 04 15:02:10 2026", with headers on the next line.
bool is_mail_start(std::string_view bytes, std::size_t at) {
  const std::string_view line = line_at(bytes, at);
  if (!line.starts_with("From ") || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const std::size_t next = bytes.find('\n', at);
  if (next == std::string_view::npos) return false;
  const std::string_view header = line_at(bytes, next + 1);
  return !header_name(header).empty() || header.starts_with(">From ");
}

// Mails stand behind an empty line, or what says that a mail starts must leave no doubt.
bool may_start(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  return before.empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n") || has_full_date(line_at(bytes, at));
}

// Where the mails of an mbox start, and its end.
std::vector<std::size_t> mail_starts(std::string_view bytes) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at != std::string_view::npos && at < bytes.size();) {
    if (is_mail_start(bytes, at) && may_start(bytes, at)) starts.push_back(at);
    const std::size_t next = bytes.find("\nFrom ", at);
    at = next == std::string_view::npos ? next : next + 1;
  }
  starts.push_back(bytes.size());
  return starts;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return count == 1 ? std::string(one) : fmt::format("{} {}", count, many);
}

// What was left out of a conversation.
struct LeftOut {
  std::size_t quoted = 0, signature = 0, automatic = 0, empty = 0, broken = 0, copies = 0;
  std::vector<std::string> attachments, charsets;

  void say(Transcript& transcript) const {
    const auto add = [&](std::string text) { transcript.warnings.push_back(std::move(text)); };
    if (quoted) add(counted(quoted, "a line that quotes another mail", "lines that quote other mails") + " left out");
    if (signature) add(counted(signature, "a line of a signature", "lines of signatures") + " left out");
    if (automatic) add(counted(automatic, "an automatic reply", "automatic replies") + " left out");
    if (empty) add(counted(empty, "a mail without words of its own", "mails without words of their own") + " left out");
    if (copies) add(counted(copies, "a copy of a mail", "copies of mails") + " left out");
    if (!attachments.empty()) add(fmt::format("{} left out: {}", counted(attachments.size(), "an attachment", "attachments"), list(attachments)));
    if (broken) add(counted(broken, "a mail whose parts cannot be told apart is", "mails whose parts cannot be told apart are") + " read as plain text");
    if (!charsets.empty()) add(fmt::format("a charset that nobody knows is read as UTF-8: {}", list(charsets)));
  }

 private:
  static std::string list(const std::vector<std::string>& names) {
    constexpr std::size_t most = 5;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) out += (i ? ", " : "") + names[i];
    return names.size() > most ? out + ", …" : out;
  }
};

// A line that a mail program broke goes on in the next one.
bool is_wrapped(std::string_view line, std::string_view next, std::size_t width, const MailPart& part) {
  if (part.is_html || line.empty() || next.empty() || is_list_item(trim(next))) return false;
  // RFC 3676: the space has been trimmed, but it stands behind the line.
  if (part.is_flowed) return *(line.data() + line.size()) == ' ';
  if (width > widest_wrap || width < narrowest_wrap) return false;
  return line.size() + 1 + std::min(next.find(' '), next.size()) > width;
}

class Writing {
 public:
  Writing(const Block& block, const Sink& sink) : block_(block), sink_(sink), lines_(block.path, block.bytes, block.first_line) {}

  // `is_cut`: other mails of the thread may stand in another part of the file.
  void write(const std::vector<PlacedMail>& mails, const MailThread& thread, bool is_cut) {
    uint32_t begin = mails[thread.mails.front()].begin;
    std::vector<const Mail*> people;
    for (const std::size_t i : thread.mails) {
      begin = std::min(begin, mails[i].begin);
      people.push_back(&mails[i].mail);
    }
    Transcript transcript = start_transcript(block_, begin, lines_);
    transcript.channel = "email";
    const Mail& first = mails[thread.mails.front()].mail;
    transcript.id = first.id;
    if (!first.subject.empty()) transcript.meta.emplace_back("subject", first.subject);
    const MailRoles roles = mail_roles(people);
    LeftOut left_out;
    left_out.copies = thread.copies;
    {
      TurnWriter writer(transcript);
      for (const Mail* mail : people) add(*mail, roles, left_out, writer);
      writer.finish();
    }
    if (first_date_) transcript.started = iso_instant(*first_date_);
    first_date_.reset();
    if (!roles.mailbox.empty())
      transcript.warnings.push_back(roles.reason());
    left_out.say(transcript);
    if (is_cut)
      transcript.warnings.push_back(
          "answers a mail that is not in this part of the mbox: the rest of the thread may stand in a conversation of its own");
    settle(transcript);
    sink_.transcript(std::move(transcript));
  }

  void fail(uint32_t at, std::string what, std::string hint) { sink_.error(lines_.error(at, std::move(what), std::move(hint))); }

 private:
  void add(const Mail& mail, const MailRoles& roles, LeftOut& left_out, TurnWriter& writer) {
    left_out.attachments.insert(left_out.attachments.end(), mail.attachments.begin(), mail.attachments.end());
    left_out.charsets.insert(left_out.charsets.end(), mail.strange_charsets.begin(), mail.strange_charsets.end());
    if (mail.is_automatic) {
      ++left_out.automatic;
      return;
    }
    left_out.broken += mail.is_broken;
    bool is_open = false;
    for (const MailPart& part : mail.parts) {
      const SourcedText text = part.is_html ? html_text(part.text) : part.text;
      const MailText said = mail_text(text.text(), mail.name);
      left_out.quoted += said.quoted;
      left_out.signature += said.signature;
      if (said.lines.empty()) continue;
      if (is_open) {
        const uint32_t at = text.source(said.lines.front()).begin;
        writer.add("\n", {at, at});
      } else {
        begin(mail, roles, writer);
        is_open = true;
      }
      write_lines(part, text, said.lines, writer);
    }
    if (!is_open && mail.attachments.empty()) ++left_out.empty;
  }

  void begin(const Mail& mail, const MailRoles& roles, TurnWriter& writer) {
    Turn& turn = writer.begin(roles.of(mail), mail.name.empty() ? mail.address : mail.name);
    turn.id = mail.address;
    turn.id = mail.address;
    if (!mail.date) return;
    if (!first_date_) first_date_ = mail.date;
    turn.start = *mail.date - *first_date_;
  }

  static void write_lines(const MailPart& part, const SourcedText& text, const std::vector<std::string_view>& lines, TurnWriter& writer) {
    std::size_t width = 0;
    for (const std::string_view line : lines) width = std::max(width, line.size());
    const std::string_view* last = nullptr;
    for (const std::string_view& line : lines) {
      const std::string_view words = trim(line);
      if (last) {
        const Span before = text.source(*last), after = text.source(words.empty() ? line : words);
        writer.add(is_wrapped(*last, line, width, part) ? " " : "\n", {before.end, std::max(before.end, after.begin)});
      }
      text.write(words, writer);
      last = &line;
    }
  }

  const Block& block_;
  const Sink& sink_;
  SourceLines lines_;
  std::optional<double> first_date_;
};

}  // namespace

int recognise_mbox(std::string_view head, bool) {
  return is_mail_start(head, 0) ? certain : 0;
}

std::size_t cut_mails(std::string_view bytes) {
  for (std::size_t at = bytes.rfind("\nFrom "); at != std::string_view::npos && at > 0; at = bytes.rfind("\nFrom ", at - 1)) {
    if (is_mail_start(bytes, at + 1) && may_start(bytes, at + 1)) return at + 1;
  }
  return 0;
}

void read_mbox(const Block& block, const Sink& sink) {
  Writing writing(block, sink);
  if (const std::string& fault = why_no_mail_can_be_read(); !fault.empty()) return writing.fail(0, "no mail can be read", fault);
  const std::vector<std::size_t> starts = mail_starts(block.bytes);
  if (starts.front() > 0)
    writing.fail(0, "no mail starts here", "an mbox has a line 'From …' before each mail, with its headers behind it");
  std::vector<PlacedMail> mails;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const std::size_t begin = block.bytes.find('\n', starts[i]) + 1;
    Mail mail = read_mail(block.bytes.substr(begin, starts[i + 1] - begin), block.bytes);
    if (mail.address.empty() && mail.name.empty()) {
      writing.fail(static_cast<uint32_t>(starts[i]), "a mail without a sender", "its headers have no From: that names one");
    } else {
      mails.push_back({std::move(mail), static_cast<uint32_t>(starts[i])});
    }
  }
  // A thread that a large mbox is cut in the middle of becomes two conversations; nobody can tell from one part what is in another.
  const bool is_part = block.first_line > 1 || !block.is_last;
  std::unordered_set<std::string_view> here;
  for (const PlacedMail& placed : mails) here.insert(placed.mail.id);
  const auto answers_others = [&](std::size_t i) {
    return std::ranges::any_of(mails[i].mail.answers, [&](const std::string& id) { return !here.contains(id); });
  };
  for (const MailThread& thread : mail_threads(mails)) writing.write(mails, thread, is_part && std::ranges::any_of(thread.mails, answers_others));
}

int recognise_mail(std::string_view head, bool) {
  constexpr std::string_view telling[] = {"date", "message-id", "mime-version", "received", "return-path", "delivered-to", "content-type"};
  bool has_sender = false, has_other = false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < lines_of_headers && at < head.size(); ++i) {
    const std::string_view line = line_at(head, at);
    at += std::min(head.find('\n', at), head.size()) - at + 1;
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {
      if (i == 0) return 0;
      continue;
    }
    const std::string_view name = header_name(line);
    if (name.empty() && at > head.size()) break;  // cut off in the headers
    if (name.empty()) return 0;
    has_sender |= equals_in_any_case(name, "from");
    for (const std::string_view known : telling) has_other |= equals_in_any_case(name, known);
  }
  return has_sender && has_other ? certain : 0;
}

void read_one_mail(const Block& block, const Sink& sink) {
  Writing writing(block, sink);
  if (const std::string& fault = why_no_mail_can_be_read(); !fault.empty()) return writing.fail(0, "no mail can be read", fault);
  std::vector<PlacedMail> mails;
  mails.push_back({read_mail(block.bytes, block.bytes), 0});
  if (mails[0].mail.address.empty() && mails[0].mail.name.empty())
    return writing.fail(0, "a mail without a sender", "its headers have no From: that names one");
  writing.write(mails, {.mails = {0}}, false);
}

}  // namespace decant
