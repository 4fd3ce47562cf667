// The part of masking that deals in figures: which groups of digits are a card, a phone or an account.
#pragma once

#include <string>

namespace decant {

// Replaces digits of card, phone, account and social security numbers in `text` by '*'.
void mask_numbers(std::string& text);

}  // namespace decant
