#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

Lines turns_of(std::string_view text) {
  const Reading reading = read_as("script", text);
  REQUIRE(reading.errors.empty());
  return reading.turns();
}

TEST_CASE("a script is recognised by what transcripts do not have") {
  CHECK(recognised("# Late\n\n> Good morning.\n") == "script");
  CHECK(recognised("# Notes are lines like this\nGood morning, {name}.\n") == "script");
  CHECK(recognised("---\nchannel: script\n---\nGood morning.\n") == "script");
  CHECK(recognised("---\nmust_say: [Hello]\n---\nGood morning.\n") == "script");
  CHECK(recognised("# Call\n\nAgent: Good {time}.\nCustomer: Hi.\nAgent: Yes?\n") == "text");
  CHECK(recognised("# Readme\n\nGood morning.\n") == "text");
  CHECK(recognised("Good morning, {name}.\n") == "text");
}

TEST_CASE("what tells the agent what to do is not said") {
  CHECK(turns_of("*Smile.*\n\n(Wait.)\n\n[Look it up]\n\nNote: be brief\n\nYes.\n") == Lines{"agent: Yes."});
  CHECK(turns_of("Well [pause] then, [first name].\n") == Lines{"agent: Well  then, [first name]."});
  CHECK(turns_of("If they ask, say: \"No.\" and \"Never.\"\n") == Lines{"agent: No. Never."});
  CHECK(turns_of("- Ask them, \xE2\x80\x9CWhere?\xE2\x80\x9D\n") == Lines{"agent: Where?"});
  CHECK(turns_of("We call it \"the list\" here.\n") == Lines{"agent: We call it \"the list\" here."});
  CHECK(turns_of("\"All of it.\"\n") == Lines{"agent: All of it."});
  CHECK(turns_of("An *important* word, ~~not~~ said.\n") == Lines{"agent: An important word,  said."});
  CHECK(turns_of("## Don't say\n\nNo.\n\n### Ever\n\nNever.\n\n## Say\n\nYes.\n") == Lines{"agent: Yes."});
}

TEST_CASE("labels say who speaks") {
  CHECK(turns_of("**Agent:** One.\n\n**Customer:** Two.\n\nBot: Three.\n\nGreeting all: four.\n") ==
        Lines{"agent: One.", "customer: Two.", "bot: Three.", "agent: Greeting all: four."});
}

TEST_CASE("of a table the columns to be said count") {
  CHECK(turns_of("| When | Say | Avoid |\n|---|---|---|\n| late | Soon. | No. |\n| early | | Never. |\n") ==
        Lines{"agent: Soon."});
  CHECK(turns_of("| Hello | Goodbye |\n|---|---|\n| Hi. | Bye. |\n") == Lines{"agent: Hi.", "agent: Bye."});
}

TEST_CASE("sentences a line are turns, a wrapped paragraph is one") {
  CHECK(turns_of("One.\nTwo?\nThree\n") == Lines{"agent: One.", "agent: Two?", "agent: Three"});
  CHECK(turns_of("One is\nmore.\n") == Lines{"agent: One is\nmore."});
}

TEST_CASE("places are those of the source") {
  const Reading reading = read_as("script", "---\nchannel: chat\n---\n# A\n\n- If so, say: \"Salt &amp; *pepper*.\"\n");
  CHECK(reading.turns() == Lines{"agent: Salt & pepper."});
  CHECK(reading.place(0) == "6:16");
  CHECK(reading.source("&", 0) == "&amp;");
  CHECK(reading.source("pepper", 0) == "pepper");
  CHECK(reading.transcripts[0].channel == "chat");
}

TEST_CASE("a head is read strictly, and its places are the file's") {
  const Reading broken = read_as("script", "---\nmust_say: {a: b}\n---\nHm.\n");
  REQUIRE(broken.errors.size() == 1);
  CHECK(broken.errors[0].place == Place{"sample", 2, 11});
  CHECK(broken.transcripts.empty());
  const Reading good = read_as("script", "---\nowner: ferry\nmust_say: [One, Two]\n---\nHm.\n");
  CHECK(good.transcripts.at(0).must_say == Lines{"One", "Two"});
  CHECK(good.transcripts[0].meta.at(0).second == "ferry");
  CHECK(turns_of("---\n---\nHm.\n") == Lines{"agent: Hm."});
  CHECK(turns_of("---\n\nHm.\n") == Lines{"agent: Hm."});
  CHECK(turns_of("---") == Lines{});
}

TEST_CASE("hostile Markdown does no harm") {
  for (const std::string& text :
       {std::string(5000, '>'), std::string(5000, '['), std::string(3000, '*') + "a", std::string("```\nnever closed"),
        std::string("<!-- never closed"), std::string("|a|\n|-|\n") + std::string(2000, '|'), std::string("\"")})
    CHECK(read_as("script", text).errors.empty());
}

}  // namespace
}  // namespace decant
