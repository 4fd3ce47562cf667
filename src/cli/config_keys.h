// The keys of a configuration, .decant.yaml. A key is a row: what may stand there, which option outweighs it, and what it does.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "yaml/reader.h"

namespace decant {

// A key's value, and the folder of the file it stands in, which paths in it are told from.
struct ConfigValue {
  yaml::Node node;
  std::string folder;  // absolute
};

struct ConfigKey {
  yaml::Key key;
  std::string_view option;    // "--fail-on"; empty: none
  std::string_view standard;  // what holds where nobody says anything
  // Puts the value into the options; what is wrong with it goes to the reader.
  void (*apply)(const ConfigValue& value, yaml::Reader& reader, LintOptions& options);
};

std::span<const ConfigKey> config_keys();

// The keys alone, with `extends`, for readers and for the schema.
std::span<const yaml::Key> config_file_keys();

}  // namespace decant
