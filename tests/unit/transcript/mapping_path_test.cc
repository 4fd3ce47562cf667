#include "transcript/mapping_path.h"

#include <doctest/doctest.h>

#include "transcript/formats.h"

namespace decant {
namespace {

constexpr std::string_view text =
    R"({"a": {"b": "x", "odd.key": 3}, "list": [{"k": "p", "n": 1, "in": [{"w": 7}, {"w": 8}]}, {"k": "q", "n": 2.5, "z": null}],
 "none": null, "empty": [], "people": {"bo": {"role": "c"}, "ines": {"role": "a"}}, "pairs": [["u", "v"], ["s", "t"]], "yes": true})";

struct Sample {
  std::string padded = std::string(text) + std::string(block_padding, '\0');
  json::Document document = std::move(*json::parse(std::string_view(padded).substr(0, text.size())));
  Item root{.value = document.root()};
};

std::string all(const Path& path, const Item& from) {
  std::string out;
  path.each(from, [&](const Item& item) {
    out += (out.empty() ? "" : ",") + item.text();
    return true;
  });
  return out;
}

TEST_CASE("paths lead where they say") {
  const Sample sample;
  const struct {
    const char* path;
    std::string_view found;
  } rows[] = {
      {"a.b", "x"},
      {"a.\"odd.key\"", "3"},
      {"list[].k", "p,q"},
      {"list[0].k", "p"},
      {"list[-1].k", "q"},
      {"list[9].k", ""},
      {"list[-3].k", ""},
      {"list[k=q].n", "2.5"},
      {"list[k!=q].n", "1"},
      {"list[n>1].k", "q"},
      {"list[n<2].k", "p"},
      {"list[z].k", ""},
      {"list[!z].k", "p,q"},
      {"list[in[].w=8].k", "p"},
      {"list[k=\"q\"].n", "2.5"},
      {"list[].in[].w", "7,8"},
      {"list[].in[].^.k", "p,p"},
      {"list[].in[].^.^.yes", "true,true"},
      {"list[].in[].@index", "0,1"},
      {"list[].in[].^.@index", "0,0"},
      {"list[].@index", "0,1"},
      {"people.*.@key", "bo,ines"},
      {"people.*.role", "c,a"},
      {"pairs[][1]", "v,t"},
      {"pairs[1][0]", "s"},
      {"none | a.b", "x"},
      {"empty[] | yes", "true"},
      {"nothing|=fixed text", "fixed text"},
      {"a.b.c", ""},
      {"a[]", ""},
      {"*.b", "x"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    const Path path(row.path);
    CHECK_FALSE(path.fault().has_value());
    CHECK(path.text() == row.path);
    CHECK(all(path, sample.root) == row.found);
    CHECK(path.leads_anywhere(sample.root) == !row.found.empty());
    CHECK(path.text(sample.root) == row.found.substr(0, row.found.find(',')));
  }
}

TEST_CASE("what is missing, what is null and what is there are three things") {
  const Sample sample;
  const auto found = [&](const char* path) { return Path(path).each(sample.root, [](const Item&) { return true; }); };
  CHECK(found("a.b") == Found::something);
  CHECK(found("none") == Found::null);
  CHECK(found("empty[].k") == Found::null);
  CHECK(found("list[k=r].n") == Found::null);
  CHECK(found("list[].missing") == Found::missing);
  CHECK(found("missing | none") == Found::null);
  CHECK(found("a.missing") == Found::missing);
  CHECK(Path().each(sample.root, [](const Item&) { return true; }) == Found::missing);
}

TEST_CASE("conditions") {
  const Sample sample;
  const struct {
    const char* condition;
    bool holds;
  } rows[] = {
      {"a.b=x", true},       {"a.b=y", false},    {"a.b!=y", true},     {"a.b!=x", false},   {"missing!=x", true},
      {"yes=true", true},    {"none", false},     {"!none", true},      {"a.b", true},       {"a.b=x*", true},
      {"a.b=*", true},       {"a.b=xy*", false},  {"list[].n>2", true}, {"list[].n>3", false}, {"list[].n<-1", false},
      {"a.b>1", false},      {"list[].k=q", true}, {" a.b = x ", true}, {"a.b=\"x*\"", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.condition);
    const Condition condition(row.condition);
    CHECK_FALSE(condition.fault().has_value());
    CHECK(condition.holds(sample.root) == row.holds);
  }
}

TEST_CASE("what is no path says why, and where") {
  const struct {
    const char* path;
    uint32_t at;
    std::string_view what;
  } rows[] = {
      {"", 0, "a key is missing here"},
      {"a..b", 2, "a key is missing here"},
      {"a.", 2, "a key is missing here"},
      {"a[", 2, "the bracket is never closed"},
      {"a]", 1, "\"]\" has no meaning here"},
      {"a b", 2, "\"b\" has no meaning here"},
      {"a | ", 4, "a key is missing here"},
      {"\"a", 1, "the quote is never closed"},
      {"@place", 6, "after @ stands index or key"},
      {"a[b=c", 2, "the bracket is never closed"},
      {"a[b>c]", 2, "a number must stand after < and >"},
      {"a[=x]", 2, "a key is missing here"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    const Path path(row.path);
    REQUIRE(path.fault().has_value());
    CHECK(path.fault()->what == row.what);
    CHECK(path.fault()->at == row.at);
    CHECK(path.empty());
  }
  CHECK(Condition("a>b").fault().has_value());
  CHECK(Condition("").fault().has_value());
  CHECK(Path(std::string(2000, 'a')).fault().has_value());
}

}  // namespace
}  // namespace decant
