#include "cli/configuration.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/load_yaml.h"
#include "report/terminal.h"
#include "yaml/flow.h"

namespace decant {
namespace {

constexpr std::string_view file_name = ".decant.yaml";
constexpr std::size_t most_files = 32;

// From the current folder upwards; as it is told from here.
std::string closest() {
  std::error_code fault;
  const std::filesystem::path here = std::filesystem::current_path(fault);
  if (fault) return {};
  for (std::filesystem::path folder = here;; folder = folder.parent_path()) {
    const std::filesystem::path file = folder / file_name;
    if (std::filesystem::exists(file, fault)) return file.lexically_proximate(here).string();
    if (folder == folder.parent_path()) return {};
  }
}

std::string folder_of(const std::string& path) {
  std::error_code fault;
  return std::filesystem::absolute(path, fault).lexically_normal().parent_path().string();
}

class ConfigReader {
 public:
  explicit ConfigReader(Configuration& out) : out_(out) {}

  // Reads a file and, before it, those it extends, whose keys it replaces.
  void read(const std::string& path, const yaml::Node* extended_by) {
    const std::string whole = folder_of(path) + '/' + std::filesystem::path(path).filename().string();
    if (std::ranges::find(open_, whole) != open_.end()) return fail(extended_by, path, "it extends itself");
    if (out_.documents.size() >= most_files) return fail(extended_by, path, "too many configurations extend each other");
    auto parsed = load_yaml(path);
    if (!parsed && parsed.errors()[0].place.line == 0) return fail(extended_by, path, parsed.errors()[0].what);
    if (!parsed) {
      errors.insert(errors.end(), parsed.errors().begin(), parsed.errors().end());
      return;
    }
    out_.documents.push_back(std::move(*parsed));
    const yaml::Node root = out_.documents.back()->root();
    yaml::Reader reader(errors);
    if (!reader.expect_map(root, "a configuration", config_file_keys())) return;
    open_.push_back(whole);
    const std::string folder = folder_of(path);
    for (const yaml::Node& base : reader.texts(root["extends"], "extends")) {
      std::error_code fault;
      const std::filesystem::path inside = (std::filesystem::path(folder) / base.text()).lexically_normal();
      read(inside.lexically_proximate(std::filesystem::current_path(fault)).string(), &base);
    }
    open_.pop_back();
    for (const ConfigKey& key : config_keys()) {
      const yaml::Node node = root[key.key.name];
      if (!node.exists()) continue;
      const ConfigValue value{node, folder};
      LintOptions scratch;
      key.apply(value, reader, scratch);
      out_.values.insert_or_assign(std::string(key.key.name), value);
    }
  }

  Errors errors;

 private:
  void fail(const yaml::Node* extended_by, const std::string& path, const std::string& what) {
    if (!extended_by) errors.push_back({{path}, what, "", ""});
    else errors.push_back(extended_by->error(fmt::format("cannot extend {}: {}", path, what), "name a file, told from the folder of this one"));
  }

  Configuration& out_;
  std::vector<std::string> open_;
};

}  // namespace

Result<Configuration> read_configuration(const SelectionOptions& selection) {
  Configuration out;
  if (selection.is_isolated) return out;
  out.path = selection.config.empty() ? closest() : selection.config;
  if (out.path.empty()) return out;
  ConfigReader reader(out);
  reader.read(out.path, nullptr);
  if (!reader.errors.empty()) return reader.errors;
  return out;
}

Result<LintOptions> configured(LintOptions options) {
  const auto configuration = read_configuration(options.selection);
  if (!configuration) return configuration.errors();
  Errors errors;
  yaml::Reader reader(errors);
  for (const ConfigKey& key : config_keys()) {
    const auto value = configuration->values.find(key.key.name);
    if (value == configuration->values.end() || (!key.option.empty() && options.given.count(std::string(key.option)))) continue;
    // -o is where the one report goes that --format names.
    if (key.option == "--format" && options.given.count("--output")) continue;
    key.apply(value->second, reader, options);
  }
  if (!errors.empty()) return errors;
  if (auto clash = clash_of(options.report)) {
    if (const auto value = configuration->values.find("format"); value != configuration->values.end()) clash->place = value->second.node.place();
    return *clash;
  }
  return options;
}

std::string in_force(const Configuration& configuration) {
  std::string out = configuration.path.empty() ? fmt::format("# no {} here or in a folder above\n", file_name)
                                               : fmt::format("# {}\n", harmless(configuration.path));
  for (const ConfigKey& key : config_keys()) {
    const auto value = configuration.values.find(key.key.name);
    if (value != configuration.values.end()) {
      const Place place = value->second.node.place();
      out += fmt::format("{}: {}  # {}:{}\n", key.key.name, harmless(yaml::flow(value->second.node)), harmless(place.path), place.line);
    } else if (!key.standard.empty()) {
      out += fmt::format("{}: {}  # unless said\n", key.key.name, key.standard);
    } else {
      out += fmt::format("# {}: not said\n", key.key.name);
    }
  }
  return out;
}

}  // namespace decant
