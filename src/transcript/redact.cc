#include "transcript/redact.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/mask.h"

namespace decant {
namespace {

std::string_view token_word(PersonalData kind) {
  switch (kind) {
    case PersonalData::mail:
      return "EMAIL";
    case PersonalData::iban:
      return "IBAN";
    case PersonalData::card:
      return "CARD";
    case PersonalData::social_security:
      return "SSN";
    case PersonalData::phone:
      return "PHONE";
    case PersonalData::spoken_number:
    case PersonalData::number:
      return "NUMBER";
  }
  return "NUMBER";
}

class Redaction {
 public:
  std::string of(std::string_view text) {
    std::string masked(text);
    std::vector<Masked> found;
    mask_personal_data(masked, found);
    std::ranges::sort(found, {}, [](const Masked& one) { return one.span.begin; });
    std::string out;
    std::size_t at = 0;
    for (const Masked& one : found) {
      if (one.span.begin < at) continue;  // inside of what is hidden already
      out += text.substr(at, one.span.begin - at);
      out += token(one.kind, text.substr(one.span.begin, one.span.size()));
      at = one.span.end;
    }
    out += text.substr(at);
    return out;
  }

 private:
  // Spaces, dashes and case are spelling: "4111-1111…" and "4111 1111…" are one card.
  std::string token(PersonalData kind, std::string_view value) {
    std::string plain;
    for (const char c : value)
      if (c != ' ' && c != '-' && c != '(' && c != ')')
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    const std::string_view word = token_word(kind);
    const auto [known, is_new] = tokens_.try_emplace({word, plain});
    if (is_new) known->second = fmt::format("[{}-{}]", word, ++counts_[word]);
    return known->second;
  }

  std::map<std::pair<std::string_view, std::string>, std::string> tokens_;
  std::map<std::string_view, int> counts_;
};

}  // namespace

void redact(Transcript& transcript) {
  Redaction redaction;
  std::string words;
  for (Turn& turn : transcript.turns) {
    const auto begin = static_cast<uint32_t>(words.size());
    words += redaction.of(transcript.text(turn));
    turn.text = {begin, static_cast<uint32_t>(words.size())};
    words += '\n';
  }
  transcript.words = std::move(words);
  transcript.source = {};
  transcript.word_times.clear();
  for (Turn& turn : transcript.turns) {
    turn.speaker = redaction.of(turn.speaker);
    turn.id = redaction.of(turn.id);
  }
  for (std::string* field : {&transcript.id, &transcript.agent, &transcript.team,
                             &transcript.customer, &transcript.case_id})
    *field = redaction.of(*field);
  for (auto& [key, value] : transcript.meta) value = redaction.of(value);
}

}  // namespace decant
