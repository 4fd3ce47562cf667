// The path language of mappings: how a row says where in a JSON document something stands.
//
//   customer.name     a member of a member; an odd key in quotes: "@odata.id"
//   turns[]           every element of a list
//   turns[0] [-1]     one element, from the front or from the back
//   turns[kind=said]  the elements for which a condition holds
//   *                 every member of an object
//   .                 the place itself
//   ^                 the element around this one: of a word its turn's list element, of a turn the
//   conversation
//   @index, @key      the place in the list, counted from 0; the key in the object
//   a.b | c           the first that says something; null says nothing
//   =chat             this text itself
//
// A condition is `path=value`, `path!=value`, `path>0.5`, `path<-1`, `path` (it says something) or
// `!path` (it does not). `value*` stands for every text that starts so.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/document.h"

namespace decant {

// A value and the elements around it. `outer` is only valid while its list is being visited.
struct Item {
  json::Value value;
  const Item* outer = nullptr;
  uint32_t index = 0;  // in its list
  std::optional<std::string> made =
      {};  // a text that does not stand in the document: an index, a key, a literal

  std::string text() const { return made ? *made : value.text(); }
};

enum class Found { missing, null, something };

struct Condition;

class Path {
 public:
  struct Fault {
    uint32_t at = 0;  // byte of the text
    std::string what;
  };

  Path() = default;
  Path(const char* text) : Path(std::string_view(text)) {}
  explicit Path(std::string_view text);

  const std::string& text() const { return text_; }  // as it was written
  bool empty() const { return alternatives_.empty(); }
  const std::optional<Fault>& fault() const { return fault_; }  // such a path finds nothing

  // Visits what the path leads to, in order, null left out, until `visit` says false.
  Found each(const Item& from, const std::function<bool(const Item&)>& visit) const;
  // Whether it leads to something; looks at the first elements of long lists only.
  bool leads_anywhere(const Item& from) const;
  // The first value; "no such value" if there is none.
  json::Value value(const Item& from) const;
  // The text of the first value.
  std::string text(const Item& from) const;

  struct Step {
    enum class Kind { member, each, nth, where, members, outer, index, key, literal };
    Kind kind = Kind::member;
    std::string name = {};  // of a member; a literal's text
    int64_t nth = 0;
    std::shared_ptr<const Condition> where = {};
  };
  using Steps = std::vector<Step>;

 private:
  struct Walk;

  std::string text_;
  std::vector<Steps> alternatives_;
  std::optional<Fault> fault_;
};

struct Condition {
  enum class Is { something, nothing, equal, unequal, more, less };

  Condition() = default;
  Condition(const char* text) : Condition(std::string_view(text)) {}
  explicit Condition(std::string_view text);

  const std::optional<Path::Fault>& fault() const { return fault_ ? fault_ : path.fault(); }
  bool holds(const Item& item) const;

  Path path;
  Is is = Is::something;
  std::string value;
  bool is_prefix = false;
  double number = 0;

 private:
  std::optional<Path::Fault> fault_;
};

// Whether all of them hold; true if there are none.
bool all_hold(const std::vector<Condition>& conditions, const Item& item);

}  // namespace decant
