#include "cli/load_reading.h"

#include "cli/load_yaml.h"
#include "transcript/read_mapping.h"

namespace decant {
namespace {

void add(const Errors& errors, Errors& out) { out.insert(out.end(), errors.begin(), errors.end()); }

}  // namespace

Result<LoadedReading> load_reading(const InputOptions& options) {
  LoadedReading out;
  Errors errors;
  if (!options.format.empty()) out.options.format = format_named(options.format);
  out.options.roles.agent_speakers = options.agent_speakers;
  out.options.roles.channels = options.channel_map;
  if (!options.mapping.empty()) {
    const auto document = load_yaml(options.mapping);
    if (!document) {
      add(document.errors(), errors);
    } else if (auto mapping = read_mapping((*document)->root())) {
      out.mapping = std::make_unique<Mapping>(std::move(*mapping));
      out.options.mapping = out.mapping.get();
    } else {
      add(mapping.errors(), errors);
    }
  }
  if (!options.roster.empty()) {
    const auto document = load_yaml(options.roster);
    if (!document) {
      add(document.errors(), errors);
    } else if (auto roster = read_roster((*document)->root())) {
      out.options.roles.roster = std::move(*roster);
    } else {
      add(roster.errors(), errors);
    }
  }
  if (!errors.empty()) return errors;
  return out;
}

}  // namespace decant
