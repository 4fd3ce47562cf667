#include "transcript/mapping_path.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "transcript/mapping_path_parser.h"

namespace decant {

using json::Kind;
using json::Value;

namespace {

constexpr std::size_t enough_to_recognise = 64;  // elements of a list

std::optional<Value> nth_of(Value list, int64_t nth) {
  if (!list.is(Kind::array)) return std::nullopt;
  if (nth < 0) nth += static_cast<int64_t>(list.items().size());
  if (nth < 0) return std::nullopt;
  for (Value element : list.items())
    if (nth-- == 0) return element;
  return std::nullopt;
}

}  // namespace

// One visit of one alternative.
struct Path::Walk {
  const Steps& steps;
  const std::function<bool(const Item&)>& visit;
  std::size_t most_elements;
  Found found = Found::missing;

  // `frame` is the element that `value` stands in, or is if it has not moved. False ends the visit.
  bool from(std::size_t step, Value value, const Item& frame, bool has_moved) {
    if (step == steps.size()) return end(value, frame, has_moved);
    const Step& next = steps[step];
    switch (next.kind) {
      case Step::Kind::member: {
        const Value member = value[next.name];
        return !member.exists() || from(step + 1, member, frame, true);
      }
      case Step::Kind::nth: {
        const std::optional<Value> element = nth_of(value, next.nth);
        return !element || from(step + 1, *element, frame, true);
      }
      case Step::Kind::each:
      case Step::Kind::where:
        return !value.is(Kind::array) || elements(step, value, frame);
      case Step::Kind::members:
        return !value.is(Kind::object) || elements(step, value, frame);
      case Step::Kind::outer:
        return frame.outer == nullptr || from(step + 1, frame.outer->value, *frame.outer, false);
      case Step::Kind::index:
        return give(std::to_string(frame.index), frame);
      case Step::Kind::key:
        return give(value.key(), frame);
      case Step::Kind::literal:
        return give(next.name, frame);
    }
    return true;
  }

  bool elements(std::size_t step, Value list, const Item& frame) {
    Item element{.value = {}, .outer = &frame, .index = 0, .made = {}};
    std::size_t seen = 0;
    // A list that holds nothing says so; one whose elements lack the next key says nothing at all.
    const bool is_chosen = steps[step].kind == Step::Kind::where;
    if (found == Found::missing && (is_chosen || list.items().empty())) found = Found::null;
    for (Value value : list.items()) {
      if (seen++ == most_elements) break;
      element.value = value;
      if ((!is_chosen || steps[step].where->holds(element)) &&
          !from(step + 1, value, element, false))
        return false;
      ++element.index;
    }
    return true;
  }

  bool give(std::string text, const Item& frame) {
    found = Found::something;
    return visit({.value = frame.value,
                  .outer = frame.outer,
                  .index = frame.index,
                  .made = std::move(text)});
  }

  bool end(Value value, const Item& frame, bool has_moved) {
    if (value.is(Kind::null)) {
      if (found == Found::missing) found = Found::null;
      return true;
    }
    if (!has_moved && frame.made) return give(*frame.made, frame);
    found = Found::something;
    if (!has_moved) return visit(frame);
    return visit({.value = value, .outer = &frame, .index = 0, .made = {}});
  }
};

Path::Path(std::string_view text) : text_(text) {
  PathParser parser(text);
  if (parser.run()) {
    alternatives_ = std::move(parser.alternatives);
  } else {
    fault_ = std::move(parser.fault);
  }
}

Found Path::each(const Item& from, const std::function<bool(const Item&)>& visit) const {
  Found found = Found::missing;
  for (const Steps& steps : alternatives_) {
    Walk walk{steps, visit, std::numeric_limits<std::size_t>::max()};
    walk.from(0, from.value, from, false);
    if (walk.found == Found::something) return walk.found;
    if (walk.found == Found::null) found = Found::null;
  }
  return found;
}

bool Path::leads_anywhere(const Item& from) const {
  const std::function<bool(const Item&)> stop = [](const Item&) { return false; };
  for (const Steps& steps : alternatives_) {
    Walk walk{steps, stop, enough_to_recognise};
    walk.from(0, from.value, from, false);
    if (walk.found == Found::something) return true;
  }
  return false;
}

Value Path::value(const Item& from) const {
  Value first;
  each(from, [&](const Item& item) {
    first = item.value;
    return false;
  });
  return first;
}

std::string Path::text(const Item& from) const {
  std::string first;
  each(from, [&](const Item& item) {
    first = item.text();
    return false;
  });
  return first;
}

bool Condition::holds(const Item& item) const {
  if (is == Is::something) return path.leads_anywhere(item);
  if (is == Is::nothing) return !path.leads_anywhere(item);
  bool is_met = false;
  path.each(item, [&](const Item& found) {
    if (is == Is::more || is == Is::less) {
      const std::optional<double> given = found.value.number();
      is_met = given && (is == Is::more ? *given > number : *given < number);
    } else {
      const std::string given = found.text();
      is_met = is_prefix ? given.starts_with(value) : given == value;
    }
    return !is_met;
  });
  return is_met != (is == Is::unequal);
}

bool all_hold(const std::vector<Condition>& conditions, const Item& item) {
  for (const Condition& condition : conditions)
    if (!condition.holds(item)) return false;
  return true;
}

}  // namespace decant
