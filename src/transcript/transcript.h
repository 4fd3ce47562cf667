// One conversation as read from a file: who said what, when, and on which bytes of the source.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "text/span_map.h"
#include "transcript/role.h"

namespace decant {

inline constexpr double no_time = std::numeric_limits<double>::quiet_NaN();

struct Turn {
  Role role = Role::unknown;
  std::string speaker;     // the name in the file; empty if it gives none
  std::string id = {};     // how machines know who speaks, where it is not the name: "U501", a mail address
  double start = no_time;  // seconds from the conversation's start; NaN if unknown
  double end = no_time;
  Span text;  // in Transcript::words
};

// When a single word was said, where the file tells.
struct WordTime {
  uint32_t at = 0;  // its first byte in Transcript::words
  double start = no_time;
  double end = no_time;
  float confidence = 1;  // of speech recognition, 0 … 1; 1 if the file does not tell
};

// How roles came about that the file does not say.
struct RolesNote {
  bool is_guessed = false;
  bool is_unknown = false;  // nobody is known to be the agent, though somebody speaks
  uint32_t by_user = 0;     // turns whose role the user's options say
  std::string reason;       // one sentence; empty if neither is set
};

// A comment in the file that asks for findings to be left alone, with its reason.
struct IgnoreComment {
  std::vector<std::string> rules;  // as written: pack, pack/rule, pack/*
  std::string reason;
  uint32_t line = 0;  // of the file: where the comment stands
  // Findings on these lines are meant; those without a place only if it is about the whole file.
  uint32_t first_line = 0, last_line = 0;
  bool is_about_file = false;
};

// A transcript's `bytes` belong to the block it was read from: it must not outlive that block.
struct Transcript {
  std::string path;
  std::string id;        // empty if the file names none
  std::string channel;   // call, chat, email, social or script; empty if unknown
  std::string language;  // empty if unknown
  std::string started;   // ISO 8601; empty if unknown
  std::string agent, team, customer, case_id;
  std::vector<std::pair<std::string, std::string>> meta;

  std::vector<Turn> turns;  // a file may hold them in another order
  std::string words;  // valid UTF-8: every turn's words followed by one '\n'
  SpanMap source;     // words → bytes
  std::vector<WordTime> word_times;  // in order of `at`; empty if the file has none

  std::string_view bytes;   // the block that was read
  uint32_t first_byte = 0;  // where this conversation starts in `bytes`
  uint32_t first_line = 1;  // the line of the file at `first_byte`
  uint32_t first_column = 1;  // and its column: a file may hold many conversations in one long line
  std::vector<IgnoreComment> ignores;
  std::vector<std::string> warnings;  // what the reader had to guess or repair, a sentence each
  std::vector<std::string> left_out;  // what of a script is no speech, by its nature: "3 headings"
  std::vector<std::string> must_say;  // wording that a script's own head asks for
  std::string shape;                  // the name of the mapping it was read with; empty if none
  RolesNote roles;                    // set once all is read (assign_roles.h)

  std::string_view text(const Turn& turn) const {
    return std::string_view(words).substr(turn.text.begin, turn.text.size());
  }
};

// Adds turns to a transcript and keeps `words` and `source` in step. Pieces of a turn are added
// in order; a caller puts the space between them.
class TurnWriter {
 public:
  // REQUIRES: `transcript.bytes` is set; it outlives this.
  explicit TurnWriter(Transcript& transcript) : transcript_(transcript) {}

  // Ends the turn before, if any, and starts the next one.
  Turn& begin(Role role, std::string_view speaker);
  // Bytes of the source, taken as they are. REQUIRES: `piece` points into `transcript.bytes`.
  void add(std::string_view piece);
  // Text that stands for other bytes of the source (an entity, an escape, a line break).
  void add(std::string_view text, Span source);
  // Ends the last turn. A turn without words stays: it still counts as a turn.
  void finish();
  bool is_open() const { return is_open_; }

 private:
  Transcript& transcript_;
  bool is_open_ = false;
};

// A line and a column of a file, counted from 1, the column in bytes.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
};

// When the byte `at` of `words`, which stands in `turn`, was said: the time of its word, else between the turn's start and
// end in proportion; NaN if unknown.
double time_at(const Transcript& transcript, const Turn& turn, uint32_t at);

// Where a byte of `transcript.bytes` stands in the file. Counts lines from the conversation's first one.
LineColumn locate(const Transcript& transcript, uint32_t byte);

}  // namespace decant
