// Who the people of a conversation are: lists of them in the document or in a file beside it,
// looked up by their id.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/formats.h"
#include "transcript/formats/fields.h"
#include "transcript/mapping.h"

namespace decant {

struct Person {
  std::string name;
  Role role = Role::unknown;
};

class PeopleById {
 public:
  // Adds a list that stands in `from`. Who is known already stays; an empty role or name is filled
  // in.
  void add(const People& people, const Item& from);
  // Adds the lists of the files beside a block. A file that is no JSON is passed over: it is
  // reported where it is read itself.
  void add_beside(const Mapping& mapping, const Block& block);

  bool empty() const { return people_.empty(); }
  const Person* find(std::string_view id) const;
  // Ids that stand for people with different roles, a warning each. Such people have no role.
  std::vector<std::string> warnings() const;

 private:
  struct Entry : Person {
    bool is_contradictory = false;
  };
  std::map<std::string, Entry, std::less<>> people_;
};

// The role that a word of a file means: the mapping's own names for it first. Empty words mean
// none.
Role role_of_word(std::string_view word, const RoleNames& names, RoleWords& strange);

}  // namespace decant
