// The project's configuration: the closest .decant.yaml from the current folder upwards, what it extends, and what of it holds.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/config_keys.h"
#include "cli/options.h"
#include "yaml/node.h"

namespace decant {

struct Configuration {
  std::vector<std::unique_ptr<yaml::Document>> documents;
  std::string path;  // of the file that was found or named; empty: there is none
  // By key: a key that stands in a file replaces the same key of those it extends.
  std::map<std::string, ConfigValue, std::less<>> values;
};

// All errors of all files at once; every value is checked, also one that another file replaces.
Result<Configuration> read_configuration(const SelectionOptions& selection);

// `options` with what the configuration says where no option was given.
Result<LintOptions> configured(LintOptions options);

// As YAML that could be a configuration: every key with its value, and where that comes from.
std::string in_force(const Configuration& configuration);

}  // namespace decant
