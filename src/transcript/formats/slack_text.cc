#include "transcript/formats/slack_text.h"

#include <optional>
#include <string>

#include "transcript/formats/entities.h"

namespace decant {
namespace {

// What stands for "@U501", "#C7|billing", "!here" or "https://x.example|our page", without the
// angle brackets. A part of it where there is one to show.
std::string shown(std::string_view inside,
                  const std::function<std::string_view(std::string_view)>& name_of) {
  const std::size_t bar = inside.find('|');
  const std::string_view label =
      bar == std::string_view::npos ? std::string_view() : inside.substr(bar + 1);
  const std::string_view target = inside.substr(0, bar);
  const std::string_view id = target.substr(target.empty() ? 0 : 1);
  if (target.starts_with('@')) {
    const std::string_view name = name_of(id);
    return "@" + std::string(!name.empty() ? name : !label.empty() ? label : id);
  }
  if (target.starts_with('#')) return "#" + std::string(label.empty() ? id : label);
  if (target.starts_with('!')) return label.empty() ? "@" + std::string(id) : std::string(label);
  return std::string(label.empty() ? target : label);
}

}  // namespace

SourcedText slack_text(const SourcedText& text,
                       const std::function<std::string_view(std::string_view)>& name_of) {
  SourcedText out;
  const std::string_view all = text.text();
  bool has_brackets = true;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t next = std::min(all.find_first_of(has_brackets ? "<&" : "&", at), all.size());
    if (next > at) out.append(all.substr(at, next - at), text);
    at = next;
    if (at == all.size()) break;
    const std::string_view rest = all.substr(at);
    std::size_t size = 1;
    std::optional<std::string> meant;
    if (rest.front() == '<') {
      const std::size_t end = rest.find('>');
      has_brackets = end != std::string_view::npos;
      if (has_brackets) {
        size = end + 1;
        meant = shown(rest.substr(1, end - 1), name_of);
      }
    } else {
      for (const std::string_view name : {"amp", "lt", "gt"}) {
        if (!rest.substr(1).starts_with(name) || rest.substr(1 + name.size(), 1) != ";") continue;
        size = name.size() + 2;
        meant = entity_text(name);
      }
    }
    const std::string_view part = rest.substr(0, size);
    if (meant) {
      out.add(*meant, text.source(part));
    } else {
      out.append(part, text);
    }
    at += size;
  }
  return out;
}

}  // namespace decant
