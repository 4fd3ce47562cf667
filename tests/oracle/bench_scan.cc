// Times the prefiltered scan against the naive one, which finds the same, in one run: only the ratio of two figures
// taken together says something on a busy machine.
//
//   bench_scan TEXT [PATTERNS]
//
// TEXT: each line is a turn; a conversation ends at an empty line or after fifty. PATTERNS: each line is a regex, raw if it
// stands between slashes, else one over folded lower case with its words bounded.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include "pattern/pattern_set.h"
#include "text/fold.h"

namespace {

using decant::FoldedText;
using decant::PatternSet;
using decant::PatternSpec;
using decant::Scan;

constexpr const char* default_patterns[] = {
    "(?:i|we)(?:,? (?:- )?|-)(?:can_?t|cannot|can not)",
    "(?:i am|i_m) (?:not able|unable) to",
    "there is nothing(?:(?:,? (?:- )?|-)[^ ]*[^ .!?]){0,4}? (?:i|we) can do",
    "refus[a-z0-9_]*",
    "as per(?: our)? policy",
    "/\\byou (?:should|could) have (?:read|checked|known)\\b/",
};

std::vector<FoldedText> read_conversations(const char* path) {
  constexpr std::size_t turns_at_most = 50;
  std::vector<FoldedText> conversations(1);
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || conversations.back().turns.size() == turns_at_most) {
      conversations.emplace_back();
    }
    if (!line.empty()) decant::fold(line, 0, conversations.back());
  }
  return conversations;
}

std::vector<std::string> read_patterns(const char* path) {
  if (path == nullptr) return {std::begin(default_patterns), std::end(default_patterns)};
  std::vector<std::string> patterns;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) patterns.push_back(line);
  }
  return patterns;
}

void add(const std::string& pattern, PatternSet& set) {
  PatternSpec spec;
  spec.is_raw = pattern.size() > 2 && pattern.front() == '/' && pattern.back() == '/';
  spec.regex = spec.is_raw ? pattern.substr(1, pattern.size() - 2) : pattern;
  if (const auto fault = check_regex(spec)) {
    fmt::print(stderr, "{}: {}\n", pattern, fault->what);
  } else {
    set.add(spec);
  }
}

struct Outcome {
  double seconds = 0;
  double start_seconds = 0;
  std::size_t pairs = 0;
  std::size_t matches = 0;
};

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Everything is asked that may match, as rules over all turns would.
Outcome run(const std::vector<FoldedText>& conversations, Scan& scan) {
  Outcome outcome;
  const auto begin = std::chrono::steady_clock::now();
  for (const FoldedText& text : conversations) {
    const auto start = std::chrono::steady_clock::now();
    scan.start(text);
    outcome.start_seconds += seconds_since(start);
    for (decant::PatternId id : scan.candidates()) {
      for (uint32_t turn : scan.turns(id)) {
        ++outcome.pairs;
        outcome.matches += scan.find(id, turn).size();
      }
    }
  }
  outcome.seconds = seconds_since(begin);
  return outcome;
}

void print(const char* name, const Outcome& outcome, std::size_t bytes) {
  const double size = static_cast<double>(bytes);
  fmt::print("{:<18} {:8.1f} MB/s {:8.1f} MB/s deciding {:10.2f} pairs/KB {:8} matches\n", name,
             size / outcome.seconds / 1e6, size / outcome.start_seconds / 1e6,
             static_cast<double>(outcome.pairs) * 1000 / size, outcome.matches);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_scan TEXT [PATTERNS]\n");
    return 2;
  }
  const std::vector<FoldedText> conversations = read_conversations(argv[1]);
  std::size_t bytes = 0;
  for (const FoldedText& text : conversations) bytes += text.lower.size();

  PatternSet set;
  for (const std::string& pattern : read_patterns(argc > 2 ? argv[2] : nullptr)) add(pattern, set);
  const auto begin = std::chrono::steady_clock::now();
  set.build();
  const double build_seconds = seconds_since(begin);
  std::size_t literals = 0;
  std::size_t without = 0;
  for (decant::PatternId id = 0; id < set.size(); ++id) {
    const std::size_t count = set.literals(id).size();
    literals += count;
    without += count == 0;
  }
  fmt::print("{} conversations, {} bytes; {} patterns, {} literals, {} patterns without; built in {:.2f} ms\n",
             conversations.size(), bytes, set.size(), literals, without, build_seconds * 1e3);

  Scan fast(set);
  Scan slow(set, Scan::Engine::naive);
  print("prefiltered, cold", run(conversations, fast), bytes);
  const Outcome naive = run(conversations, slow);
  print("naive", naive, bytes);
  Outcome warm = run(conversations, fast);
  for (int round = 0; round < 4; ++round) {
    const Outcome again = run(conversations, fast);
    if (again.seconds < warm.seconds) warm = again;
  }
  print("prefiltered, warm", warm, bytes);
  fmt::print("naive / prefiltered: {:.0f}\n", naive.seconds / warm.seconds);
  return naive.matches == warm.matches ? 0 : 1;
}
