// What only one side of a conversation says, and how surely. The table behind the guess at roles.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace decant {

struct RoleCue {
  enum class Side { brand, customer };
  std::string_view words;
  int weight = 0;
  Side side = Side::brand;
};

std::span<const RoleCue> role_cues();

// Lower-case words with one space around each; without apostrophes, as speech recognition leaves them out.
std::string plain_words(std::string_view text);

}  // namespace decant
