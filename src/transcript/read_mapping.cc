#include "transcript/read_mapping.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "yaml/reader.h"

namespace decant {
namespace {

using yaml::Node;

constexpr std::string_view keys[] = {
    "mapping",   "title",  "recognise", "unless", "conversations", "fields",  "more",
    "inside",    "turns",  "group",     "only",   "leave_out",     "order",   "text",
    "join",      "markup", "role",      "roles",  "role_when",     "speaker", "person",
    "people",    "beside", "start",     "end",    "duration",      "unit",    "words",
    "are_words", "glue",   "confidence"};
constexpr std::string_view people_keys[] = {"list", "id", "name", "role", "roles"};
constexpr std::string_view beside_keys[] = {"files", "people"};
constexpr std::string_view word_keys[] = {"list", "text", "start", "end", "confidence", "speaker"};
constexpr std::string_view markup_keys[] = {"as", "when"};

constexpr std::string_view units[] = {"seconds", "milliseconds", "microseconds", "ticks", "guess"};
constexpr std::string_view markups[] = {"none", "html", "slack"};
constexpr std::string_view orders[] = {"file", "time"};
constexpr std::string_view yes_or_no[] = {"false", "true"};
constexpr std::string_view roles[] = {"agent",  "customer",   "bot",
                                      "system", "supervisor", "unknown"};
static_assert(std::size(roles) == role_count);

constexpr std::string_view path_hint =
    "a path names keys one inside the other, such as data.turns[].text; [] stands for every "
    "element of a list";

class MappingYaml {
 public:
  explicit MappingYaml(Errors& errors) : reader_(errors) {}

  void read(const Node& root, Mapping& out);

 private:
  // A path or a condition; both know what is wrong with them.
  template <typename T>
  void parsed(const Node& node, std::string_view what, T& out) {
    const std::optional<std::string> text = reader_.text(node, what);
    if (!text) return;
    out = T(std::string_view(*text));
    if (out.fault())
      reader_.fail(node, fmt::format("{}: {}", what, out.fault()->what), std::string(path_hint),
                   out.fault()->at);
  }
  template <typename T>
  void list(const Node& node, std::string_view what, std::vector<T>& out) {
    for (const Node& entry : reader_.texts(node, what)) parsed(entry, what, out.emplace_back());
  }
  template <typename T, typename F>
  void maps(const Node& node, std::string_view what, std::span<const std::string_view> known,
            std::vector<T>& out, F&& read_one) {
    if (!node.exists()) return;
    if (!node.is_sequence()) return reader_.fail(node, fmt::format("{} must be a list", what));
    for (const Node& entry : node.items())
      if (reader_.expect_map(entry, what, known)) read_one(entry, out.emplace_back());
  }
  template <typename T>
  void choice(const Node& node, std::string_view what, std::span<const std::string_view> known,
              T& out) {
    if (const std::optional<std::size_t> index = reader_.choice(node, what, known))
      out = static_cast<T>(*index);
  }

  void role_names(const Node& node, RoleNames& out);
  void fields(const Node& node, Mapping& out);
  void markup(const Node& node, Mapping& out);
  void people(const Node& node, std::vector<People>& out);
  void beside(const Node& node, std::vector<Sidecar>& out);
  void words(const Node& node, WordList& out);
  void require(const Node& root, Mapping& out);

  yaml::Reader reader_;
};

void MappingYaml::role_names(const Node& node, RoleNames& out) {
  if (!node.exists()) return;
  if (!node.is_map())
    return reader_.fail(node, "roles must be a map from the words of the file to roles");
  for (const auto& [word, role] : node.entries()) {
    Role meant = Role::unknown;
    choice(role, "role", roles, meant);
    out.emplace_back(std::string(word.text()), meant);
  }
}

void MappingYaml::fields(const Node& node, Mapping& out) {
  if (!node.exists()) return;
  if (!node.is_map()) return reader_.fail(node, "fields must be a map from field names to paths");
  for (const auto& [field, path] : node.entries()) {
    out.fields.emplace_back(std::string(field.text()), Path());
    parsed(path, fmt::format("the field {}", field.text()), out.fields.back().second);
  }
}

// `markup: html`, or `markup: {as: html, when: type=html}`
void MappingYaml::markup(const Node& node, Mapping& out) {
  if (!node.is_map()) return choice(node, "markup", markups, out.markup);
  if (!reader_.expect_map(node, "markup", markup_keys)) return;
  choice(node["as"], "markup", markups, out.markup);
  list(node["when"], "when", out.markup_when);
}

void MappingYaml::people(const Node& node, std::vector<People>& out) {
  maps(node, "people", people_keys, out, [&](const Node& entry, People& one) {
    parsed(entry["list"], "list", one.list);
    parsed(entry["id"], "id", one.id);
    list(entry["name"], "name", one.name);
    parsed(entry["role"], "role", one.role);
    role_names(entry["roles"], one.roles);
    for (const std::string_view key : {"list", "id"})
      if (!entry[key].exists())
        reader_.fail(entry, fmt::format("people without \"{}\"", key), std::string(path_hint));
  });
}

void MappingYaml::beside(const Node& node, std::vector<Sidecar>& out) {
  maps(node, "beside", beside_keys, out, [&](const Node& entry, Sidecar& one) {
    for (const Node& file : reader_.texts(entry["files"], "files")) {
      std::string_view name = file.text();
      if (name.starts_with("../")) name.remove_prefix(3);
      if (name.find('/') != std::string_view::npos || name == "..")
        reader_.fail(file, "a file beside the transcript must be named without a folder",
                     "such as users.json or *parties*.json");
      one.files.emplace_back(file.text());
    }
    people(entry["people"], one.people);
  });
}

void MappingYaml::words(const Node& node, WordList& out) {
  if (!node.exists() || !reader_.expect_map(node, "words", word_keys)) return;
  Path* const paths[] = {&out.list, &out.text, &out.start, &out.end, &out.confidence, &out.speaker};
  for (std::size_t i = 0; i < std::size(word_keys); ++i)
    parsed(node[word_keys[i]], word_keys[i], *paths[i]);
}

void MappingYaml::read(const Node& root, Mapping& out) {
  if (!reader_.expect_map(root, "a mapping", keys)) return;
  out.name = reader_.text(root["mapping"], "mapping").value_or("");
  out.title = reader_.text(root["title"], "title").value_or(out.name);
  list(root["recognise"], "recognise", out.recognise);
  list(root["unless"], "unless", out.unless);
  fields(root["fields"], out);
  list(root["more"], "more", out.more);
  list(root["turns"], "turns", out.turns);
  list(root["only"], "only", out.only);
  list(root["glue"], "glue", out.glue);
  maps(root["leave_out"], "leave_out", std::array<std::string_view, 2>{"when", "what"},
       out.leave_out, [&](const Node& entry, LeaveOut& one) {
         list(entry["when"], "when", one.when);
         one.what = reader_.text(entry["what"], "what").value_or("");
         if (!entry["when"].exists())
           reader_.fail(entry, "what is left out needs \"when\"", "such as {when: hidden=true}");
       });
  maps(root["role_when"], "role_when", std::array<std::string_view, 2>{"when", "role"},
       out.role_when, [&](const Node& entry, RoleRule& one) {
         list(entry["when"], "when", one.when);
         choice(entry["role"], "role", roles, one.role);
         if (!entry["when"].exists() || !entry["role"].exists())
           reader_.fail(entry, "role_when needs \"when\" and \"role\"");
       });
  role_names(root["roles"], out.roles);
  people(root["people"], out.people);
  beside(root["beside"], out.sidecars);
  words(root["words"], out.words);
  markup(root["markup"], out);
  choice(root["order"], "order", orders, out.order);
  choice(root["unit"], "unit", units, out.unit);
  choice(root["are_words"], "are_words", yes_or_no, out.are_words);
  if (root["join"].is_scalar()) out.join = root["join"].text();
  const std::pair<std::string_view, Path*> paths[] = {{"conversations", &out.conversations},
                                                      {"inside", &out.inside},
                                                      {"group", &out.group},
                                                      {"text", &out.text},
                                                      {"role", &out.role},
                                                      {"speaker", &out.speaker},
                                                      {"person", &out.person},
                                                      {"start", &out.start},
                                                      {"end", &out.end},
                                                      {"duration", &out.duration},
                                                      {"confidence", &out.confidence}};
  for (const auto& [key, path] : paths) parsed(root[key], key, *path);
  require(root, out);
}

void MappingYaml::require(const Node& root, Mapping& out) {
  for (const std::string_view key : {"mapping", "recognise"})
    if (!root[key].exists()) reader_.fail(root, fmt::format("the mapping has no \"{}\"", key));
  if (!root["inside"].exists() && !root["text"].exists())
    reader_.fail(root, "the mapping has no \"text\"",
                 "say where the words of a turn stand, such as text: body");
  if (out.is_turn() && !root["group"].exists())
    reader_.fail(root, "the mapping has no \"turns\"",
                 "or, where every document is one turn, \"group\" with the id of its conversation");
  if (out.are_words && !out.group.empty())
    reader_.fail(root["group"], "single words cannot be grouped", "leave out are_words or group");
}

}  // namespace

Result<Mapping> read_mapping(const Node& root) {
  Errors errors;
  Mapping out;
  MappingYaml(errors).read(root, out);
  if (!errors.empty()) return errors;
  return out;
}

}  // namespace decant
