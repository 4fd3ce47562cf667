#include "base/later.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace decant {
namespace {

TEST_CASE("what is made later is made when it is first asked for, and then kept") {
  int made = 0;
  const Later<std::string> later([&] {
    ++made;
    return std::string("here");
  });
  CHECK(made == 0);
  CHECK(*later == "here");
  CHECK(later->size() == 4);
  CHECK(made == 1);
  CHECK(*Later<std::string>(std::string("known")) == "known");
}

TEST_CASE("it moves with all it has, made or not") {
  int made = 0;
  Later<int> first([&] { return ++made; });
  Later<int> second = std::move(first);
  CHECK(*second == 1);
  const int* const place = &*second;
  const Later<int> third = std::move(second);
  CHECK(&*third == place);
  CHECK(made == 1);
}

TEST_CASE("all threads see one and the same") {
  const Later<std::vector<int>> later([] { return std::vector<int>(1000, 7); });
  std::vector<const std::vector<int>*> seen(8);
  {
    std::vector<std::jthread> threads;
    for (auto& one : seen) threads.emplace_back([&] { one = &*later; });
  }
  for (const auto* one : seen) CHECK(one == seen[0]);
  CHECK((*later)[999] == 7);
}

}  // namespace
}  // namespace decant
