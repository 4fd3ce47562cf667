#include "transcript/mapping_people.h"

#include <fmt/format.h>

#include <algorithm>

#include "json/document.h"
#include "transcript/formats/labels.h"

namespace decant {

Role role_of_word(std::string_view word, const RoleNames& names, RoleWords& strange) {
  if (word.empty()) return Role::unknown;
  const auto named = std::ranges::find(names, word, &std::pair<std::string, Role>::first);
  return named != names.end() ? named->second : strange.role(word);
}

void PeopleById::add(const People& people, const Item& from) {
  people.list.each(from, [&](const Item& item) {
    const std::string id = people.id.text(item);
    if (id.empty()) return true;
    Person person;
    for (const Path& part : people.name) {
      const std::string text = part.text(item);
      if (!text.empty()) person.name += (person.name.empty() ? "" : " ") + text;
    }
    // A name that no role is known for says nothing here: "Guest admin" is no mistake of the file.
    RoleWords ignored;
    person.role = role_of_word(people.role.text(item), people.roles, ignored);
    const auto [known, is_new] = people_.try_emplace(id);
    Entry& entry = known->second;
    if (entry.name.empty()) entry.name = person.name;
    if (entry.role == Role::unknown && !entry.is_contradictory) {
      entry.role = person.role;
    } else if (person.role != Role::unknown && entry.role != person.role) {
      entry.is_contradictory = true;
      entry.role = Role::unknown;
    }
    return true;
  });
}

void PeopleById::add_beside(const Mapping& mapping, const Block& block) {
  if (!block.neighbours) return;
  for (const Sidecar& sidecar : mapping.sidecars)
    for (const std::string& file : sidecar.files)
      for (std::string& bytes : block.neighbours(file)) {
        const std::size_t size = bytes.size();
        bytes.append(block_padding, '\0');
        const Result<json::Document> document =
            json::parse(std::string_view(bytes).substr(0, size), file);
        if (!document) continue;
        for (const People& people : sidecar.people) add(people, {.value = document->root()});
      }
}

const Person* PeopleById::find(std::string_view id) const {
  const auto found = people_.find(id);
  return found == people_.end() ? nullptr : &found->second;
}

std::vector<std::string> PeopleById::warnings() const {
  std::vector<std::string> out;
  for (const auto& [id, entry] : people_)
    if (entry.is_contradictory)
      out.push_back(fmt::format(
          "the id \"{}\" stands for people with different roles and is read as unknown", id));
  return out;
}

}  // namespace decant
