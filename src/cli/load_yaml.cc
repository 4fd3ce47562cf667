#include "cli/load_yaml.h"

#include "cli/read_text.h"

namespace decant {

Result<std::unique_ptr<yaml::Document>> load_yaml(const std::string& path) {
  const auto text = read_text(path);
  if (!text) return text.errors();
  return yaml::parse(path, std::string(text->bytes()));
}

}  // namespace decant
