#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

const std::string head = "From: Quince Buyer <quince@orchard.example>\nDate: Mon, 02 Feb 2026 09:00:00 +0000\n";

TEST_CASE("mail: who wrote it, and where its words stand") {
  const Reading mail = read_as("mail", head + "Subject: Plums\n\nWhere are they?\n");
  REQUIRE(mail.errors.empty());
  CHECK(mail.turns() == Lines{"unknown Quince Buyer: Where are they?"});
  CHECK(mail.transcripts[0].turns[0].id == "quince@orchard.example");
  CHECK(mail.transcripts[0].channel == "email");
  CHECK(mail.transcripts[0].started == "2026-02-02T09:00:00Z");
  CHECK(mail.place(0) == "5:1");
  CHECK(mail.source("they", 0) == "they");
}

TEST_CASE("mail: a word that was encoded is found where it stands") {
  const Reading quoted = read_as("mail", head + "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\n"
                                                "Caf=C3=A9 and pl=\num=\n.\n");
  CHECK(quoted.turns() == Lines{"unknown Quince Buyer: Café and plum."});
  CHECK(quoted.source("é", 0) == "=C3=A9");
  CHECK(quoted.source("and", 0) == "and");
  CHECK(quoted.source("plum", 0) == "pl=\num");
  const Reading base64 = read_as("mail", head + "Content-Transfer-Encoding: base64\n\nT25lLgpU\nd28u\n");
  CHECK(base64.turns() == Lines{"unknown Quince Buyer: One.\nTwo."});
  CHECK(base64.place(0) == "5:1");
  CHECK(base64.source("wo", 0) == "d28u\n");
}

TEST_CASE("mail: charsets, and what only says it has one") {
  const auto words = [&](std::string_view charset, std::string_view body) {
    const Reading mail = read_as("mail", head + "Content-Type: text/plain; charset=" + std::string(charset) +
                                             "\nContent-Transfer-Encoding: quoted-printable\n\n" + std::string(body) + "\n");
    REQUIRE(mail.transcripts.size() == 1);
    return std::string(mail.transcripts[0].text(mail.transcripts[0].turns[0]));
  };
  CHECK(words("iso-8859-1", "caf=E9 =93so=94") == "café “so”");
  CHECK(words("us-ascii", "caf=E9") == "café");
  CHECK(words("us-ascii", "caf=C3=A9") == "café");
  CHECK(words("utf-8", "caf=E9") == "caf\uFFFD");
  CHECK(words("koi8-r", "=C4=C1") == "да");
  CHECK(words("shift_jis", "=82=\n=A0") == "あ");
  CHECK(words("no-such", "plum") == "plum");
}

TEST_CASE("mail is recognised by headers of mail") {
  CHECK(recognised(head + "\nPlums.") == "mail");
  CHECK(recognised("Received: from a\n by b\nFrom: a@b.example\n\nPlums.") == "mail");
  CHECK(recognised("From a@b.example Mon Feb 02 09:00:00 2026\n" + head + "\nPlums.") == "mbox");
  CHECK(recognised("From: the sea\nTo: the land\n") == "text");
  CHECK(recognised("Agent: From 3 to 5.\nCustomer: Date: today.\n") == "text");
  CHECK(recognised("From 3 o'clock on\nAgent is here\n") == "text");
}

TEST_CASE("mbox is cut before a mail, not before a sentence") {
  const auto cut = format_named("mbox")->cut;
  const std::string one = "From a@b.example Mon Feb 02 09:00:00 2026\nSubject: x\n\nFrom here to there.\n\nFrom 9 to 5.\nWe work.\n\n";
  CHECK(cut(one + one) == one.size());
  CHECK(cut(one) == 0);
  CHECK(cut("") == 0);
}

}  // namespace
}  // namespace decant
