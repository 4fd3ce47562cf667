// Numbers and counts as people write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace decant {

std::string with_commas(uint64_t number);                      // "1,299"
std::string counted(uint64_t number, std::string_view noun);  // "1 turn", "1,299 turns"

}  // namespace decant
