// Character references of HTML and its relatives: &amp; &eacute; &#39; &#x2019;
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace decant {

// What stands for the reference whose name stands between '&' and ';'; nullopt if nobody knows it.
std::optional<std::string> entity_text(std::string_view name);

// A code point in UTF-8; U+FFFD for what is none.
std::string utf8_of(uint32_t point);

}  // namespace decant
