#include "transcript/formats/mail_text.h"

#include <doctest/doctest.h>

#include <string>

namespace decant {
namespace {

struct Said {
  std::string text;
  std::size_t quoted, signature;
};

Said said(std::string_view text) {
  const MailText found = mail_text(text, "Quince Buyer");
  std::string out;
  for (const std::string_view line : found.lines) out += (out.empty() ? "" : "|") + std::string(line);
  return {out, found.quoted, found.signature};
}

TEST_CASE("a mail without anything to leave out stays as it is") {
  for (const char* text : {"One.\n\nTwo.", "Thank you", "On Monday you wrote that it was late.", "From here: the sea.",
                           "On 3 May your colleague wrote:\nnothing at all", "a > b", "This message is for you."}) {
    std::string wanted(text);
    for (char& c : wanted)
      if (c == '\n') c = '|';
    CHECK(said(text).text == wanted);
  }
}

TEST_CASE("quoted mails are left out, answers between them stay") {
  CHECK(said("> One?\nYes.\n> Two?\nNo.").text == "Yes.||No.");
  CHECK(said("Yes.\n\nOn 2 Feb 2026 at 09:00, A <a@b.example> wrote:\n> One?\n> Two?").text == "Yes.");
  CHECK(said("On 2 Feb 2026 at 09:00, A <a@b.example> wrote:\n> One?\n\nYes.").text == "Yes.");
  CHECK(said("Yes.\n\nOn Mon, 2 Feb 2026 at 09:00 A Long Name\n<a.long.name@b.example> wrote:\n\nOne?\nTwo?").text == "Yes.");
  CHECK(said("Ja.\n\nAm 02.02.2026 um 09:00 schrieb A B <a@b.example>:\n> Eins?").text == "Ja.");
  CHECK(said("Yes.\n-----Original Message-----\nFrom: A\nOne?").text == "Yes.");
  CHECK(said("Yes.\n\n________________________________\nFrom: A B\nSent: Monday\nTo: C\nSubject: D\n\nOne?").text == "Yes.");
  CHECK(said("Ja.\n\n*Von:* A\n*Gesendet:* heute\n*An:* B\n\nEins?").text == "Ja.");
  CHECK(said("> One?\nYes.\n> Two?\n> Three?").quoted == 3);
}

TEST_CASE("signatures and disclaimers are left out") {
  CHECK(said("Yes.\n\n-- \nQuince\nThe Orchard").text == "Yes.");
  CHECK(said("Yes.\n\nKind regards,\nQ.\nThe Orchard\n+1 555 0100").text == "Yes.");
  CHECK(said("Yes.\n\nQuince Buyer\nThe Orchard").text == "Yes.");
  CHECK(said("Yes.\n\nquince").text == "Yes.");
  CHECK(said("Yes.\n\nSent from my telephone").text == "Yes.");
  CHECK(said("Yes.\n\nThis e-mail is confidential and\nfor nobody else.").text == "Yes.");
  CHECK(said("Yes.\n\n-- \nQuince\nThe Orchard").signature == 3);
  CHECK(said("Thanks,\nand now to the plums. They are late.").text == "Thanks,|and now to the plums. They are late.");
}

}  // namespace
}  // namespace decant
