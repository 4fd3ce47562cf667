// What speech recognition gets wrong again and again, put right before anything is judged: "whale damage" is hail damage. Places
// stay those of the words that stand in the file.
#pragma once

#include <span>
#include <string>

#include "transcript/transcript.h"

namespace decant {

struct Correction {
  std::string heard;  // in small letters, words between single spaces
  std::string meant;
};

// Puts whole words right, in any case and over any one space. Where several corrections begin at one word the longest wins.
void correct(Transcript& transcript, std::span<const Correction> corrections);

}  // namespace decant
