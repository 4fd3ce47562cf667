// A JSON shape as data: where its turns stand, who says them, and when. One row of the table in
// mappings.h for each product, and what users write in YAML for shapes that nobody knows
// (read_mapping.h). Paths and conditions are those of mapping_path.h.
//
// All paths but those of `recognise`, `unless` and `conversations`, which start at the document,
// start at the conversation or at the turn.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "transcript/mapping_path.h"
#include "transcript/role.h"

namespace decant {

// What plain numbers count. Those too large for it are dates: milliseconds since 1970 above 10^11.
enum class TimeUnit { seconds, milliseconds, microseconds, ticks, guess };

enum class Markup { none, html, slack };
enum class TurnOrder { file, time };

using RoleNames = std::vector<std::pair<std::string, Role>>;

// A list of the people of a conversation, in the document or in a file beside it.
struct People {
  Path list;  // from the conversation, or from the root of the other file
  Path id;
  std::vector<Path> name = {};  // its parts, such as first and last name
  Path role = {};
  RoleNames roles = {};
};

// Files in the same folder that tell who is who: names, or patterns such as "*parties*.json".
struct Sidecar {
  std::vector<std::string> files;
  std::vector<People> people;
};

struct RoleRule {
  std::vector<Condition> when;
  Role role = Role::unknown;
};

struct LeaveOut {
  std::vector<Condition> when;
  std::string what = {};  // "internal note": counted and told; nothing is told of what has no name
};

// The single words of a turn with their times.
struct WordList {
  Path list = {};
  Path text = {}, start = {}, end = {}, confidence = {};
  Path speaker = {};  // a turn is cut where this changes
};

struct Mapping {
  std::string name;   // as in messages: "genesys"
  std::string title;  // "Genesys Cloud transcript"

  // A document is of this shape if all of these lead somewhere and none of those does.
  std::vector<Path> recognise;
  std::vector<Path> unless = {};

  Path conversations = ".";
  std::vector<std::pair<std::string, Path>> fields =
      {};                       // id, channel, language, started, agent …; others are meta
  std::vector<Path> more = {};  // says something if the file is only one page of several
  Path inside = {};  // the turns are those of another product's document, which stands here

  std::vector<Path> turns = {};  // one list behind the other; none: every document is one turn
  Path group = {};               // turns with the same text here are one conversation
  std::vector<Condition> only = {};
  std::vector<LeaveOut> leave_out = {};
  TurnOrder order = TurnOrder::file;

  Path text = {};  // all that it leads to, joined; a list holds strings or objects with "text"
  std::string join = " ";
  Markup markup = Markup::none;
  std::vector<Condition> markup_when = {};

  Path role = {};
  RoleNames roles = {};  // before the words for roles that decant knows
  std::vector<RoleRule> role_when = {};
  Path speaker = {};
  Path person = {};  // the id of one of `people`
  std::vector<People> people = {};
  std::vector<Sidecar> sidecars = {};

  Path start = {}, end = {}, duration = {};
  TimeUnit unit = TimeUnit::seconds;

  WordList words = {};
  // The turns are single words; those that one speaker says in a row become a turn.
  bool are_words = false;
  std::vector<Condition> glue = {};  // no space stands before such a word
  Path confidence = {};

  bool is_turn() const { return turns.empty() && inside.empty(); }  // a document is one turn
};

// A JSON file that holds no conversation and is read together with those beside it.
struct Companion {
  std::string name;
  std::vector<Path> recognise;
  // Where content alone does not tell: its name, and one of the files that must lie beside it.
  std::string file = {};
  std::vector<std::string> beside = {};
};

}  // namespace decant
