#include "eval/labels.h"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace decant;

namespace {

// "c-1 turn 3 ana: cant 2, can_do 2"
std::vector<std::string> read(std::string_view text) {
  const auto grades = read_labels("labels", text);
  std::vector<std::string> out;
  if (!grades) {
    for (const Error& error : grades.errors()) out.push_back(fmt::format("{}:{}", error.place.line, error.what));
    return out;
  }
  for (const Grade& grade : *grades) {
    std::vector<std::string> labels;
    for (const Label& label : grade.labels) labels.push_back(fmt::format("{} {}", label.key, label.is_clear ? 2 : 1));
    const std::string of = grade.of == Grade::Of::turn        ? fmt::format("turn {}", grade.turn)
                           : grade.of == Grade::Of::last_turn ? std::string("last")
                                                              : std::string("all");
    out.push_back(fmt::format("{} {} {}: {}", grade.conversation, of, grade.grader, fmt::join(labels, ", ")));
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("JSON lines are labels of the last turn, of one turn, or of the whole") {
  CHECK(read("{\"id\":\"a\",\"faults\":{\"cant\":2,\"blame\":1},\"credits\":[\"own\"]}\n\n"
             "{\"id\":\"a\",\"turn\":0,\"grader\":\"ana\"}\n{\"id\":\"b\",\"turn\":null,\"credits\":[]}\n") ==
        Lines{"a last : cant 2, blame 1, own 2", "a turn 0 ana: ", "b all : "});
}

TEST_CASE("a table has a row a label, and an empty key where there is none") {
  CHECK(read("conversation,turn,key,value,grader\na,2,cant,2,ana\na,2,own,1,ana\na,2,cant,2,ben\na,4,,,ana\nb,,cant,2,ana\n") ==
        Lines{"a turn 2 ana: cant 2, own 1", "a turn 2 ben: cant 2", "a turn 4 ana: ", "b all ana: cant 2"});
  CHECK(read("key;turn;conversation;value\ncant;1;x;1\n") == Lines{"x turn 1 : cant 1"});
}

TEST_CASE("every mistake is told, with its line") {
  CHECK(read("{\"id\":\"a\",\"falts\":{}}\n{\"faults\":{\"cant\":3}}\n[]\n{\"id\":\"a\",\"turn\":-1}\n{\"id\":\"a\",\"credits\":{}}\n") ==
        Lines{"1:unknown key \"falts\" in a label", "2:id is missing", "2:\"3\" is no level of a label", "3:expected an object, found a list",
              "4:turn must be a whole number", "5:credits must be a list"});
  CHECK(read("conversation,turn,key,valeu\n") == Lines{"1:unknown column \"valeu\"", "1:the column value is missing"});
  CHECK(read("conversation,turn,key,value\n,1,cant,2\na,x,cant,2\na,1,cant,9\na,1\n") ==
        Lines{"2:the conversation is missing", "3:\"x\" is no turn", "4:\"9\" is no level of a label", "5:2 cells in a table of 4 columns"});
  CHECK(read("nothing") == Lines{"1:no labels are here"});
  CHECK(read("conversation,turn,key,value\n") == Lines{"0:there is no label in it"});
}
