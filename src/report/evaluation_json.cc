// An evaluation for programs: one JSON document.
#include "json/writer.h"
#include "report/evaluations.h"

namespace decant {
namespace {

void write_share(std::string_view name, const Share& share, json::Writer& json) {
  json.key(name);
  if (!share.value()) {
    json.null();
    return;
  }
  json.begin_object().member("value", *share.value()).member("low", share.low()).member("high", share.high()).end_object();
}

void write_number(std::string_view name, std::optional<double> value, json::Writer& json) {
  json.key(name);
  if (value) json.value(*value);
  else json.null();
}

void write_rows(std::string_view name, const std::vector<EvaluatedRow>& rows, bool has_recall, json::Writer& json) {
  json.key(name).begin_array();
  for (const EvaluatedRow& row : rows) {
    const Agreement& of = row.agreement;
    json.begin_object().member("name", row.name).member("type", decant::name(row.type));
    json.member("true_positives", of.true_positives).member("false_positives", of.false_positives);
    if (has_recall) json.member("misses", of.misses).member("true_negatives", of.true_negatives);
    json.member("left_out", row.left_out);
    write_share("precision", of.precision(), json);
    if (has_recall) {
      write_share("recall", of.recall(), json);
      write_number("f1", of.f1(), json);
      write_number("kappa", of.kappa(), json);
    }
    json.end_object();
  }
  json.end_array();
}

void write_texts(std::string_view name, const std::vector<std::string>& texts, json::Writer& json) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation, const Sheet&) {
  std::string out;
  json::Writer json(out);
  json.begin_object().member("graded", evaluation.graded);
  write_rows("totals", evaluation.totals, true, json);
  write_rows("packs", evaluation.packs, true, json);
  write_rows("labels", evaluation.keys, true, json);
  write_rows("rules", evaluation.rules, false, json);
  json.key("kappas").begin_array();
  for (const KappaRow& row : evaluation.kappas) {
    json.begin_object().member("first", row.first).member("second", row.second);
    write_number("kappa", row.kappa, json);
    json.member("decisions", row.decisions).end_object();
  }
  json.end_array().key("disagreements").begin_array();
  for (const Disagreement& one : evaluation.disagreements) {
    json.begin_object().member("what", one.is_miss ? "miss" : "false alarm").member("type", name(one.type)).member("name", one.name);
    write_texts("rules", one.rules, json);
    write_texts("labels", one.keys, json);
    json.member("path", one.path).member("id", one.conversation).key("turn");
    if (one.turn) json.value(*one.turn);
    else json.null();
    json.member("text", one.text).end_object();
  }
  json.end_array();
  write_texts("missing", evaluation.missing, json);
  json.key("unknown_labels").begin_object();
  for (const auto& [key, count] : evaluation.unknown_keys) json.member(key, count);
  json.end_object().end_object();
  out += '\n';
  return out;
}

}  // namespace decant
