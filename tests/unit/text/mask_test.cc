#include "text/mask.h"

#include <doctest/doctest.h>

#include <string>

namespace decant {
namespace {

std::string masked(std::string text) {
  mask_personal_data(text);
  return text;
}

struct Row {
  const char* said;
  const char* shown;
};

TEST_CASE("personal data is starred out, byte for byte") {
  const Row rows[] = {
      // Cards keep their last four.
      {"my card is 4111 1111 1111 1111.", "my card is **** **** **** 1111."},
      {"4111-1111-1111-1111", "****-****-****-1111"},
      {"4111111111111111", "************1111"},
      {"4111, 1111, 1111, 1111", "****, ****, ****, 1111"},
      {"3782 822463 10005", "**** ****** *0005"},
      {"4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "* * * * * * * * * * * * 1 1 1 1"},
      {"4111 1111 1111 1111 exp 04/29", "**** **** **** 1111 exp 04/29"},
      // A mistyped card is an account number.
      {"4111 1111 1111 1112", "**** **** **** ****"},
      {"4111111111111112", "****************"},
      // Phones.
      {"call 415-555-0123 today", "call ***-***-**** today"},
      {"call (415) 555-0123", "call (***) ***-****"},
      {"call +1 (415) 555 0123", "call +* (***) *** ****"},
      {"+442079460018", "+************"},
      {"+44 (0)20 7946 0018", "+** (*)** **** ****"},
      {"020 7946 0018", "*** **** ****"},
      {"01-23-45-67-89", "**-**-**-**-**"},
      {"030/1234567", "***/*******"},
      {"1-800-555-0199", "*-***-***-****"},
      {"555-0123", "***-****"},
      {"415.555.0123", "***.***.****"},
      {"98765 43210", "***** *****"},
      {"415 - 555 - 0123", "*** - *** - ****"},
      {"$12 415-555-0123", "$12 ***-***-****"},
      // Accounts, order-like long numbers, IBANs, social security.
      {"account 0012345678", "account **********"},
      {"reference AB12345678", "reference AB********"},
      {"GB29 NWBK 6016 1331 9268 19 is mine", "GB** **** **** **** **** ** is mine"},
      {"DE89370400440532013000", "DE********************"},
      {"123-45-6789", "***-**-****"},
      {"123 45 6789", "*** ** ****"},
      // Mail.
      {"dana.smith@mail.brand.example,", "d*********@****.*****.example,"},
      {"write to zoë@brand.example.", "write to z***@*****.example."},
      {"\xC3\xA9va@brand.example", "\xC3\xA9**@*****.example"},
      // Dictated.
      {"it's four one five, five five five oh one two three ok",
       "it's **** *** ****, **** **** **** ** *** *** ***** ok"},
      {"Double four one one, uh, two triple seven", "****** **** *** ***, **, *** ****** *****"},
      {"one 2 three 4 five 6 seven", "*** * ***** * **** * *****"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.said);
    CHECK(masked(row.said) == row.shown);
    CHECK(masked(row.shown) == row.shown);
  }
}

TEST_CASE("figures that are nobody's secret stay readable") {
  const char* rows[] = {
      "on 2026-03-04 at 15:02:10",
      "2026-03-04T15:02:10Z",
      "from 2026-03-04 - 2026-03-10",
      "03/04/2026, 04.03.2026 and 3-4-26",
      "$1,299.00 or 1.299,00 €",
      "€12 345 678",
      "10 to 15 business days",
      "100,000 points",
      "12,345,678,901 rows",
      "order 48213",
      "order 48213 2026-03-04",
      "order #1002345",
      "version 11.0.3",
      "between 2025 and 2026, 2025-2026, 2024 2025 2026",
      "5000-6000 miles",
      "24/7, 9-5, 1/2, 3.5 %",
      "3.14159265358979",
      "lines 10, 20, 30, 40",
      "one or two of them, oh no, one at a time",
      "one two three four five six",
      "meet @brand or mail me@ the shop",
      "rated 4.5@5.5",
      "",
  };
  for (const char* row : rows) {
    CAPTURE(row);
    CHECK(masked(row) == row);
  }
}

TEST_CASE("masking takes linear time on hostile text") {
  for (const char* piece : {"a@", "1 ", "12-", "one ", "(", "+1", "AB12 ", "1, ", "@.", "9"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    const std::size_t size = text.size();
    mask_personal_data(text);
    CHECK(text.size() == size);
  }
}

}  // namespace
}  // namespace decant
