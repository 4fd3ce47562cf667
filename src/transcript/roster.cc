#include "transcript/roster.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/glob.h"
#include "yaml/reader.h"

namespace decant {
namespace {

using yaml::Node;

struct Group {
  std::string_view key;
  Role role;
};

constexpr Group groups[] = {{"agents", Role::agent},
                            {"supervisors", Role::supervisor},
                            {"bots", Role::bot},
                            {"systems", Role::system},
                            {"customers", Role::customer}};
constexpr std::string_view group_keys[] = {"agents", "supervisors", "bots", "systems", "customers"};
constexpr std::string_view entry_keys[] = {"names", "domains", "ids"};

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

// "quayside.example" of "Dana Reyes <dana@quayside.example>"; empty if there is no address.
std::string domain_in(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0) return {};
  const std::string_view rest = text.substr(at + 1);
  return lower_case(rest.substr(0, rest.find_first_of("> \t,;)")));
}

bool is_below(std::string_view domain, std::string_view of) {
  if (!domain.ends_with(of)) return false;
  return domain.size() == of.size() || domain[domain.size() - of.size() - 1] == '.';
}

class RosterYaml {
 public:
  explicit RosterYaml(Errors& errors) : reader_(errors) {}

  void read(const Node& root, Roster& out) {
    if (!reader_.expect_map(root, "a roster", group_keys)) return;
    for (const Group& group : groups) {
      const Node node = root[group.key];
      if (!node.exists()) continue;
      RosterEntry& entry = out.entries.emplace_back();
      entry.role = group.role;
      if (!node.is_map()) {
        texts(node, group.key, entry.names);
      } else if (reader_.expect_map(node, group.key, entry_keys)) {
        texts(node["names"], "names", entry.names);
        texts(node["ids"], "ids", entry.ids);
        domains(node["domains"], entry.domains);
      }
    }
    if (out.entries.empty())
      reader_.fail(root, "the roster names nobody",
                   "write agents: {names: [\xE2\x80\xA6], domains: [\xE2\x80\xA6]}");
  }

 private:
  void texts(const Node& node, std::string_view what, std::vector<std::string>& out) {
    if (!node.exists()) return;
    for (const Node& item : reader_.texts(node, what)) {
      if (item.text().empty())
        reader_.fail(item, fmt::format("an empty text among the {}", what));
      out.emplace_back(item.text());
    }
  }

  void domains(const Node& node, std::vector<std::string>& out) {
    if (!node.exists()) return;
    for (const Node& item : reader_.texts(node, "domains")) {
      std::string domain = lower_case(item.text());
      if (domain.starts_with('@')) domain.erase(0, 1);
      if (domain.empty() || domain.find_first_of("@ */") != std::string::npos)
        reader_.fail(item, fmt::format("\"{}\" is no mail domain", item.text()),
                     "write what stands behind the @, such as quayside.example");
      out.push_back(std::move(domain));
    }
  }

  yaml::Reader reader_;
};

bool has_speaker(const RosterEntry& entry, std::string_view speaker, std::string_view id) {
  for (const std::string& known : entry.ids)
    if (known == id || known == speaker) return true;
  for (const std::string& name : entry.names)
    if (is_named(speaker, name)) return true;
  for (const std::string_view text : {id, speaker}) {
    const std::string domain = domain_in(text);
    for (const std::string& known : entry.domains)
      if (is_below(domain, known)) return true;
  }
  return false;
}

}  // namespace

std::optional<Role> Roster::role_of(std::string_view speaker, std::string_view id) const {
  if (speaker.empty() && id.empty()) return std::nullopt;
  for (const RosterEntry& entry : entries)
    if (has_speaker(entry, speaker, id)) return entry.role;
  return std::nullopt;
}

Result<Roster> read_roster(const Node& root) {
  Errors errors;
  Roster out;
  RosterYaml(errors).read(root, out);
  if (!errors.empty()) return errors;
  return out;
}

bool is_named(std::string_view name, std::string_view pattern) {
  if (name.empty()) return false;
  // A slash in a name must not make a path of it.
  std::string wanted = lower_case(pattern), given = lower_case(name);
  std::ranges::replace(wanted, '/', '|');
  std::ranges::replace(given, '/', '|');
  return glob_matches(wanted, given);
}

}  // namespace decant
