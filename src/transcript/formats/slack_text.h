// What a reader of a Slack message sees: mentions by name, links by their text, every byte with its
// place in the block.
#pragma once

#include <functional>
#include <string_view>

#include "transcript/formats/sourced_text.h"

namespace decant {

// `name_of` gives the name of a user's id, empty if it is unknown.
SourcedText slack_text(const SourcedText& text,
                       const std::function<std::string_view(std::string_view id)>& name_of);

}  // namespace decant
