#include "eval/evaluate.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace decant {
namespace {

enum class Level : uint8_t { none, borderline, clear };

// A turn, or a conversation as a whole, with all that was said of it.
struct Unit {
  const JudgedConversation* conversation = nullptr;
  std::string id;
  std::optional<int> turn;
  std::vector<const Grade*> grades;

  bool holds(const JudgedFinding& finding) const { return !turn || finding.turn == turn; }
};

// What is decided on: all keys of one type that the map puts to one pack or rule.
struct Subject {
  std::string name;
  FindingType type = FindingType::fault;
  std::set<std::string, std::less<>> keys;

  bool covers(const JudgedFinding& finding) const {
    return finding.type == type && (name == finding.rule->pack || name == finding.rule->name);
  }
};

Level level_of(const Grade& grade, const std::set<std::string, std::less<>>& keys) {
  Level level = Level::none;
  for (const Label& label : grade.labels)
    if (keys.contains(label.key)) level = std::max(level, label.is_clear ? Level::clear : Level::borderline);
  return level;
}

// What most graders say; borderline where there is no such answer.
Level level_of(const Unit& unit, const std::set<std::string, std::less<>>& keys) {
  std::size_t none = 0, clear = 0;
  for (const Grade* grade : unit.grades) {
    const Level level = level_of(*grade, keys);
    none += level == Level::none;
    clear += level == Level::clear;
  }
  if (2 * clear > unit.grades.size()) return Level::clear;
  return 2 * none > unit.grades.size() ? Level::none : Level::borderline;
}

void count(bool is_found, Level level, EvaluatedRow& row) {
  Agreement& of = row.agreement;
  switch (level) {
    case Level::none: ++(is_found ? of.false_positives : of.true_negatives); return;
    case Level::borderline: ++row.left_out; return;
    case Level::clear: ++(is_found ? of.true_positives : of.misses); return;
  }
}

class Evaluator {
 public:
  Evaluator(const LabelMap& map, const JudgedConversations& conversations) : map_(map), conversations_(conversations) {
    for (const MappedKey& key : map) {
      for (const std::string& name : key.names) {
        auto subject = std::ranges::find_if(subjects_, [&](const Subject& one) { return one.name == name && one.type == key.type; });
        if (subject == subjects_.end()) subject = subjects_.insert(subjects_.end(), {name, key.type, {}});
        subject->keys.insert(key.key);
      }
    }
    std::ranges::sort(subjects_, {}, [](const Subject& one) { return std::pair(one.type, one.name); });
  }

  Evaluation run(const std::vector<Grade>& grades) {
    collect(grades);
    out_.graded = static_cast<int>(units_.size());
    for (const Subject& subject : subjects_) decide(subject);
    total();
    for (const MappedKey& key : map_) decide(key);
    decide_rules();
    measure_kappas();
    return std::move(out_);
  }

 private:
  void collect(const std::vector<Grade>& grades) {
    std::set<std::string, std::less<>> known, missing;
    for (const MappedKey& key : map_) known.insert(key.key);
    std::map<std::pair<std::string, std::optional<int>>, std::size_t> places;
    for (const Grade& grade : grades) {
      for (const Label& label : grade.labels)
        if (!known.contains(label.key)) ++out_.unknown_keys[label.key];
      const auto found = conversations_.find(grade.conversation);
      if (found == conversations_.end()) {
        if (missing.insert(grade.conversation).second) out_.missing.push_back(grade.conversation);
        continue;
      }
      std::optional<int> turn;
      if (grade.of == Grade::Of::turn) turn = grade.turn;
      if (grade.of == Grade::Of::last_turn) turn = found->second.turns - 1;
      if (turn && *turn >= found->second.turns) {
        out_.errors.push_back({grade.place, fmt::format("conversation \"{}\" has {} turns, and no turn {}", grade.conversation, found->second.turns, *turn),
                               "turns are counted from 0", ""});
        continue;
      }
      const auto [place, is_new] = places.try_emplace({grade.conversation, turn}, units_.size());
      if (is_new) units_.push_back({&found->second, grade.conversation, turn, {}});
      units_[place->second].grades.push_back(&grade);
    }
  }

  bool finds(const Subject& subject, const Unit& unit) const {
    return std::ranges::any_of(unit.conversation->findings,
                               [&](const JudgedFinding& finding) { return unit.holds(finding) && subject.covers(finding); });
  }

  void decide(const Subject& subject) {
    EvaluatedRow row{subject.name, subject.type, {}, 0};
    for (const Unit& unit : units_) {
      const bool is_found = finds(subject, unit);
      const Level level = level_of(unit, subject.keys);
      count(is_found, level, row);
      if (level == Level::borderline || is_found == (level == Level::clear)) continue;
      tell(subject, unit, is_found);
    }
    out_.packs.push_back(std::move(row));
  }

  void tell(const Subject& subject, const Unit& unit, bool is_found) {
    Disagreement& one = out_.disagreements.emplace_back();
    one.is_miss = !is_found;
    one.type = subject.type;
    one.name = subject.name;
    one.path = unit.conversation->path;
    one.conversation = unit.id;
    one.turn = unit.turn;
    one.label = unit.grades.front()->place;
    for (const JudgedFinding& finding : unit.conversation->findings) {
      if (!unit.holds(finding) || !subject.covers(finding)) continue;
      if (one.rules.empty()) one.at = finding.at, one.text = finding.text;
      if (std::ranges::find(one.rules, finding.rule->name) == one.rules.end()) one.rules.push_back(finding.rule->name);
    }
    std::set<std::string> keys;
    for (const Grade* grade : unit.grades)
      for (const Label& label : grade->labels)
        if (subject.keys.contains(label.key)) keys.insert(label.key);
    one.keys.assign(keys.begin(), keys.end());
  }

  void total() {
    for (const FindingType type : {FindingType::fault, FindingType::credit}) {
      EvaluatedRow row{type == FindingType::fault ? "faults" : "credits", type, {}, 0};
      bool has_any = false;
      for (const EvaluatedRow& pack : out_.packs) {
        if (pack.type != type) continue;
        has_any = true;
        row.agreement += pack.agreement;
        row.left_out += pack.left_out;
      }
      if (has_any) out_.totals.push_back(std::move(row));
    }
  }

  // A finding on a turn that has another label of the same pack is that label's.
  void decide(const MappedKey& key) {
    EvaluatedRow row{key.key, key.type, {}, 0};
    std::set<std::string, std::less<>> siblings;
    for (const Subject& subject : subjects_)
      if (subject.type == key.type && subject.keys.contains(key.key)) siblings.insert(subject.keys.begin(), subject.keys.end());
    for (const Unit& unit : units_) {
      const bool is_found = std::ranges::any_of(unit.conversation->findings, [&](const JudgedFinding& finding) {
        return unit.holds(finding) && key.covers(*finding.rule);
      });
      const Level level = level_of(unit, {key.key});
      if (level == Level::none && level_of(unit, siblings) != Level::none) continue;
      count(is_found, level, row);
    }
    out_.keys.push_back(std::move(row));
  }

  void decide_rules() {
    std::map<std::string, EvaluatedRow> rows;
    for (const Unit& unit : units_) {
      std::set<const Rule*> fired;
      for (const JudgedFinding& finding : unit.conversation->findings)
        if (unit.holds(finding)) fired.insert(finding.rule);
      for (const Rule* rule : fired) {
        std::set<std::string, std::less<>> keys;
        for (const MappedKey& key : map_)
          if (key.covers(*rule)) keys.insert(key.key);
        if (keys.empty()) continue;
        EvaluatedRow& row = rows.try_emplace(rule->name, EvaluatedRow{rule->name, rule->type, {}, 0}).first->second;
        count(true, level_of(unit, keys), row);
      }
    }
    for (auto& [name, row] : rows) out_.rules.push_back(std::move(row));
  }

  // Two judges of the same decisions; a judge who calls one borderline does not take it.
  template <typename First, typename Second>
  void measure_kappa(const std::string& first, const std::string& second, First&& first_says, Second&& second_says) {
    Agreement agreement;
    for (const Unit& unit : units_) {
      for (const Subject& subject : subjects_) {
        const Level one = first_says(unit, subject), other = second_says(unit, subject);
        if (one == Level::borderline || other == Level::borderline) continue;
        EvaluatedRow row;
        count(one == Level::clear, other, row);
        agreement += row.agreement;
      }
    }
    if (agreement.decisions()) out_.kappas.push_back({first, second, agreement.kappa(), agreement.decisions()});
  }

  void measure_kappas() {
    std::set<std::string> graders;
    for (const Unit& unit : units_)
      for (const Grade* grade : unit.grades) graders.insert(grade->grader);
    const auto says = [](const std::string& grader) {
      return [&grader](const Unit& unit, const Subject& subject) {
        const auto grade = std::ranges::find(unit.grades, grader, &Grade::grader);
        return grade == unit.grades.end() ? Level::borderline : level_of(**grade, subject.keys);
      };
    };
    const auto decant_says = [&](const Unit& unit, const Subject& subject) { return finds(subject, unit) ? Level::clear : Level::none; };
    for (const std::string& grader : graders) measure_kappa("decant", grader, decant_says, says(grader));
    for (auto first = graders.begin(); first != graders.end(); ++first)
      for (auto second = std::next(first); second != graders.end(); ++second) measure_kappa(*first, *second, says(*first), says(*second));
  }

  const LabelMap& map_;
  const JudgedConversations& conversations_;
  std::vector<Subject> subjects_;
  std::vector<Unit> units_;  // in the order of the labels
  Evaluation out_;
};

}  // namespace

JudgedConversation judged(const Verdict& verdict) {
  JudgedConversation out{verdict.path, verdict.turns, {}};
  for (const Finding& finding : verdict.findings) {
    if (finding.is_trial) continue;
    std::optional<int> turn;
    if (finding.turn) turn = static_cast<int>(*finding.turn);
    out.findings.push_back({finding.rule, finding.type, turn, finding.at, finding.text});
  }
  return out;
}

Evaluation evaluate(const std::vector<Grade>& grades, const LabelMap& map, const JudgedConversations& conversations) {
  return Evaluator(map, conversations).run(grades);
}

}  // namespace decant
