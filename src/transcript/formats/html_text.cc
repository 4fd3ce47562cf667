#include "transcript/formats/html_text.h"

#include <algorithm>

#include "transcript/formats/entities.h"

namespace decant {
namespace {

constexpr std::size_t longest_entity = 10;
constexpr std::string_view no_break_space = "\xC2\xA0";

constexpr std::string_view blocks[] = {
    "address", "article", "aside", "blockquote", "body", "br",      "dd",    "div", "dl",     "dt",
    "footer",  "form",    "h1",    "h2",         "h3",   "h4",      "h5",    "h6",  "header", "hr",
    "li",      "main",    "ol",    "p",          "pre",  "section", "table", "tr",  "ul"};
static_assert(std::ranges::is_sorted(blocks));

// What stands inside is no HTML.
constexpr std::string_view raw[] = {"script", "style", "title"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

class Html {
 public:
  explicit Html(const SourcedText& html) : html_(html), text_(html.text()) {}

  SourcedText run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '<' && has_tags_ && markup()) continue;
      if (c == '&' && reference()) continue;
      if (is_space(c) || text_.substr(at_, 2) == no_break_space) {
        at_ += is_space(c) ? 1 : 2;
        gap_ = std::max(gap_, Gap::space);
      } else {
        word();
      }
    }
    return std::move(out_);
  }

 private:
  enum class Gap { none, space, line };

  // Visible bytes up to the next one that may mean something else.
  void word() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '<' && text_[end] != '&' && !is_space(text_[end]) &&
           text_.substr(end, 2) != no_break_space)
      ++end;
    const std::string_view part = text_.substr(at_, end - at_);
    at_ = end;
    if (quotes_ > 0) return;
    space(html_.source(part).begin);
    out_.append(part, html_);
    last_end_ = html_.source(part).end;
  }

  void space(uint32_t next) {
    if (gap_ != Gap::none && !out_.text().empty())
      out_.add(gap_ == Gap::line ? "\n" : " ", {last_end_, std::max(last_end_, next)});
    gap_ = Gap::none;
  }

  bool reference() {
    const std::size_t end = text_.substr(at_, longest_entity + 2).find(';');
    if (end == std::string_view::npos) return false;
    const std::optional<std::string> meant = entity_text(text_.substr(at_ + 1, end - 1));
    if (!meant) return false;
    const Span source = html_.source(text_.substr(at_, end + 1));
    at_ += end + 1;
    if (*meant == no_break_space || is_space(meant->front())) {
      gap_ = std::max(gap_, Gap::space);
    } else if (quotes_ == 0) {
      space(source.begin);
      out_.add(*meant, source);
      last_end_ = source.end;
    }
    return true;
  }

  // A tag or a comment at '<'. False if it is none.
  bool markup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip_behind("-->", 4);
    if (rest.starts_with("<!") || rest.starts_with("<?")) return skip_behind(">", 2);
    const bool is_end = rest.starts_with("</");
    const std::size_t name_begin = is_end ? 2 : 1;
    if (rest.size() <= name_begin || !is_letter(rest[name_begin])) return false;
    std::size_t name_end = name_begin;
    while (name_end < rest.size() && !is_space(rest[name_end]) && rest[name_end] != '>' &&
           rest[name_end] != '/')
      ++name_end;
    const std::string name = lower(rest.substr(name_begin, name_end - name_begin));
    if (!skip_attributes(at_ + name_end)) return false;
    tag(name, is_end);
    return true;
  }

  // What is never closed is no markup, and then nothing behind it is: it is not looked for twice.
  bool skip_behind(std::string_view end, std::size_t from) {
    const std::size_t found = text_.find(end, at_ + from);
    has_tags_ = found != std::string_view::npos;
    if (has_tags_) at_ = found + end.size();
    return has_tags_;
  }

  bool skip_attributes(std::size_t from) {
    char quote = '\0';
    bool is_value = false;  // behind '='
    for (std::size_t i = from; i < text_.size(); ++i) {
      const char c = text_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
        continue;
      }
      if (c == '>') {
        at_ = i + 1;
        return true;
      }
      if (is_value && (c == '"' || c == '\'')) quote = c;
      if (c == '=')
        is_value = true;
      else if (!is_space(c))
        is_value = false;
    }
    return has_tags_ = false;
  }

  void tag(const std::string& name, bool is_end) {
    if (std::ranges::binary_search(blocks, name)) gap_ = Gap::line;
    if (name == "td" || name == "th") gap_ = std::max(gap_, Gap::space);
    if (name == "blockquote") quotes_ = is_end ? std::max(0, quotes_ - 1) : quotes_ + 1;
    if (!is_end && std::ranges::find(raw, name) != std::end(raw)) skip_raw(name);
  }

  // Up to the end tag of the same name, or to the end.
  void skip_raw(const std::string& name) {
    for (;;) {
      at_ = std::min(text_.find("</", at_), text_.size());
      if (at_ == text_.size() || lower(text_.substr(at_ + 2, name.size())) == name) return;
      at_ += 2;
    }
  }

  const SourcedText& html_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool has_tags_ = true;
  int quotes_ = 0;
  Gap gap_ = Gap::none;
  uint32_t last_end_ = 0;  // in the block, of what was added last
  SourcedText out_;
};

}  // namespace

SourcedText html_text(const SourcedText& html) {
  return Html(html).run();
}

}  // namespace decant
