// Hides personal data in what was said: card, phone, account and social security numbers, IBANs, mail addresses, and
// numbers dictated digit by digit. Prices, dates, times, years, versions and short order numbers stay readable.
//
// It errs on the side of hiding where a number could be a phone's, and on the side of showing where it could not: a
// report that stars out every figure is of no use to whoever reads it.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"

namespace decant {

// Replaces each sensitive letter and digit of `text` by '*', one for each byte: its length, and every position in it,
// stay. Of a card number the last four digits stay, of a mail address its first letter and last label. Separators stay.
// Valid UTF-8 stays valid. Takes time linear in the text. Masking twice may hide more, never less.
//
// A number can only be told from its whole: mask before cutting.
void mask_personal_data(std::string& text);

enum class PersonalData { mail, iban, spoken_number, card, social_security, phone, number };

struct Masked {
  Span span;  // the whole of it, with what stays readable
  PersonalData kind = PersonalData::number;
};

// The same, and adds what was masked to `found`, in no particular order.
void mask_personal_data(std::string& text, std::vector<Masked>& found);

}  // namespace decant
