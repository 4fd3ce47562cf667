// The part of masking that deals in figures: which groups of digits are a card, a phone or an account.
#pragma once

#include <string>
#include <vector>

#include "text/mask.h"

namespace decant {

// Replaces digits of card, phone, account and social security numbers in `text` by '*' and adds the numbers to `found`.
void mask_numbers(std::string& text, std::vector<Masked>& found);

}  // namespace decant
