#include "report/masked.h"

#include <utility>

#include "text/mask.h"

namespace decant {

std::string shown(std::string text, bool show_pii) {
  if (!show_pii) mask_personal_data(text);
  return text;
}

ShownWords shown_words(const Finding& finding, bool show_pii) {
  ShownWords words{finding.quote, finding.text};
  if (show_pii) return words;
  mask_personal_data(words.quote);
  const Span mark = finding.mark;
  const bool is_of_quote = mark.begin <= mark.end && mark.end <= words.quote.size() &&
                           std::string_view(finding.quote).substr(mark.begin, mark.size()) == words.text;
  if (is_of_quote) words.text = words.quote.substr(mark.begin, mark.size());
  mask_personal_data(words.text);
  return words;
}

}  // namespace decant
