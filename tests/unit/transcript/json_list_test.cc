#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

const std::string one = "{\"id\": \"a\", \"turns\": [{\"role\": \"agent\", \"text\": \"Plums, ] } \\\" and pears.\"}]}";

// As much of a long list as recognisers see.
std::string_view format_of(const std::string& head) {
  const Format* const format = recognise_format(head, false);
  return format == nullptr ? "none" : format->name;
}

TEST_CASE("a long list is recognised by its first conversation") {
  CHECK(format_of("[\n" + one + ",\n" + one + ",") == "list");
  CHECK(format_of("[{\"id\": \"a\", \"turns\": [{\"text\": \"" + std::string(70'000, 'x')) == "list");
  CHECK(format_of("[{\"type\": \"message\", \"user\": \"U1\", \"text\": \"a\", \"ts\": \"1770000000.000100\"},") == "json");
  CHECK(format_of("[{\"id\": \"U1\", \"name\": \"quince\"},") == "json");
  CHECK(recognised("[" + one + "]") == "json");
}

TEST_CASE("a list is cut behind its conversations and read part by part") {
  const auto cut = format_named("list")->cut;
  const std::string list = "[\n" + one + ",\n" + one + "\n]\n";
  const std::size_t end = cut(list);
  CHECK(list.substr(end) == "\n]\n");
  CHECK(cut(list.substr(0, end - 1)) == 2 + one.size());
  CHECK(cut("[\n" + one.substr(0, 20)) == 0);
  const Reading whole = read_as("list", list);
  CHECK(whole.errors.empty());
  CHECK(whole.transcripts.size() == 2);
  CHECK(whole.place(0, 1) == "3:50");
  const Reading rest = read_as("list", ",\n" + one + "\n]\n", 7);
  CHECK(rest.errors.empty());
  CHECK(rest.place(0) == "8:50");
}

TEST_CASE("what is wrong with a list has a place, and the rest is read") {
  const auto first_error = [](const std::string& text) {
    const Reading reading = read_as("list", text);
    REQUIRE(reading.errors.size() == 1);
    const Error& error = reading.errors[0];
    return std::to_string(reading.transcripts.size()) + " " + std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + " " + error.what;
  };
  CHECK(first_error("[" + one + ",\n{\"turns\": 7},\n" + one + "]") == "2 2:11 \"turns\" is a number, not a list");
  CHECK(first_error("[" + one + ",\n" + one) == "2 2:78 the list has no end");
  CHECK(first_error("[" + one + "\n] more") == "1 2:3 something follows the list");
  CHECK(first_error("[" + one + ",\n7, " + one + "]") == "1 2:1 this is no conversation of the list");
  CHECK(first_error("[" + one + ",\n  {\"turns\": [").starts_with("1 2:"));
}

}  // namespace
}  // namespace decant
