// Verdicts against what human graders said: who found what, how far they agree, and every place where they do not.
//
// A decision is one pack (or rule, where the map names one) on one graded turn: did it find something there? The grader's answer is
// yes where a label that the map puts to it is clear, no where there is none; borderline labels, and turns on which graders do not
// agree by majority, are decisions that are left out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "eval/agreement.h"
#include "eval/label_map.h"
#include "eval/labels.h"
#include "lint/verdict.h"

namespace decant {

// What is kept of a verdict.
struct JudgedFinding {
  const Rule* rule = nullptr;
  FindingType type = FindingType::fault;
  std::optional<int> turn;
  LineColumn at;
  std::string text;
};
struct JudgedConversation {
  std::string path;
  int turns = 0;
  std::vector<JudgedFinding> findings;  // without those of rules on trial
};
using JudgedConversations = std::map<std::string, JudgedConversation, std::less<>>;  // by id

JudgedConversation judged(const Verdict& verdict);

struct EvaluatedRow {
  std::string name;  // of a pack, a rule or a key; "faults" and "credits" of the totals
  FindingType type = FindingType::fault;
  Agreement agreement;   // of a rule only what it found: nobody can say which rule of a pack should have
  int left_out = 0;      // borderline decisions
};

struct Disagreement {
  bool is_miss = false;  // else a false alarm
  FindingType type = FindingType::fault;
  std::string name;                // the pack, or the rule
  std::vector<std::string> rules;  // of a false alarm: those that found something
  std::vector<std::string> keys;   // of a miss: the labels
  std::string path, conversation;
  std::optional<int> turn;  // none: the conversation as a whole
  LineColumn at;            // of a false alarm
  std::string text;         // of a false alarm: the words; of a miss empty until somebody looks them up
  Place label;              // in the file of labels
};

struct KappaRow {
  std::string first, second;  // graders; decant is "decant"
  std::optional<double> kappa;
  int decisions = 0;
};

struct Evaluation {
  int graded = 0;  // turns and conversations, each once
  std::vector<EvaluatedRow> totals, packs, keys, rules;
  std::vector<KappaRow> kappas;
  std::vector<Disagreement> disagreements;  // by pack, then in the order of the labels
  std::vector<std::string> missing;         // labelled conversations that were not judged
  std::map<std::string, int> unknown_keys;  // labels that the map does not know, and how often
  Errors errors;                            // labels on turns that are not there
};

Evaluation evaluate(const std::vector<Grade>& grades, const LabelMap& map, const JudgedConversations& conversations);

}  // namespace decant
