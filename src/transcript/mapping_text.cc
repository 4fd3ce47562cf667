#include "transcript/mapping_text.h"

#include "transcript/formats/html_text.h"
#include "transcript/formats/slack_text.h"

namespace decant {
namespace {

using json::Kind;
using json::Value;

class Text {
 public:
  Text(const Mapping& mapping, uint32_t offset) : mapping_(mapping), offset_(offset) {}

  // False if the value is no text.
  bool add(Value value) {
    if (value.is(Kind::string)) {
      if (has_part_ && !mapping_.join.empty()) out.add(mapping_.join, {end_, end_});
      has_part_ = true;
      add_string(value, offset_, out);
      end_ = offset_ + value.source().end - 1;
      return true;
    }
    if (!value.is(Kind::array)) return false;
    for (Value part : value.items()) {
      if (part.is(Kind::string)) add(part);
      if (part.is(Kind::object) && part["text"].is(Kind::string)) add(part["text"]);
      if (part.is(Kind::number) || part.is(Kind::boolean)) return false;
    }
    return true;
  }

  SourcedText out;

 private:
  const Mapping& mapping_;
  uint32_t offset_;
  uint32_t end_ = 0;  // of the last part
  bool has_part_ = false;
};

SourcedText without_markup(const Mapping& mapping, const SourcedText& text,
                           const PeopleById& people) {
  switch (mapping.markup) {
    case Markup::none:
      break;
    case Markup::html:
      return html_text(text);
    case Markup::slack:
      return slack_text(text, [&](std::string_view id) {
        const Person* person = people.find(id);
        return person == nullptr ? std::string_view() : std::string_view(person->name);
      });
  }
  return {};
}

}  // namespace

void add_string(Value string, uint32_t offset, SourcedText& out) {
  string.pieces([&](std::string_view text, Span source) {
    out.add(text, {offset + source.begin, offset + source.end});
  });
}

TurnText text_of_turn(const Mapping& mapping, const Item& turn, uint32_t offset,
                      const PeopleById& people) {
  TurnText result;
  Text text(mapping, offset);
  const Found found = mapping.text.each(turn, [&](const Item& item) {
    if (!item.made && text.add(item.value)) return true;
    result.culprit = item.value;
    return false;
  });
  if (found == Found::missing) return result;
  result.is = result.culprit.exists() ? TurnText::Is::no_text : TurnText::Is::nothing;
  if (result.culprit.exists()) return result;
  const bool has_markup = mapping.markup != Markup::none && all_hold(mapping.markup_when, turn);
  SourcedText plain = has_markup ? without_markup(mapping, text.out, people) : std::move(text.out);
  if (trim(plain.text()).empty()) return result;
  result.is = TurnText::Is::words;
  result.words = std::move(plain);
  return result;
}

}  // namespace decant
