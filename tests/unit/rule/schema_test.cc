// What the schema says is tested with a validator (schema_test.py); this is about nothing being left out.
#include "rule/schema.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "match/operators.h"
#include "rule/kinds.h"
#include "rule/pack_keys.h"
#include "score/scorecard.h"

using namespace decant;

namespace {

bool has(const std::string& schema, std::string_view word) { return schema.find('"' + std::string(word) + '"') != std::string::npos; }

// All keys of a shape, however deep.
void check_keys(const std::string& schema, std::span<const yaml::Key> keys) {
  for (const yaml::Key& key : keys) {
    CAPTURE(key.name);
    CHECK_FALSE(key.summary.empty());
    if (!key.name.empty()) CHECK(has(schema, key.name));
    check_keys(schema, yaml::keys_of(key.shape));
  }
}

}  // namespace

TEST_CASE("every kind, operator and key stands in the schema of packs, with a summary") {
  const std::string schema = pack_schema();
  check_keys(schema, pack_keys());
  check_keys(schema, common_rule_keys());
  for (const Kind& kind : kinds()) {
    CHECK(has(schema, kind.name));
    CHECK(has(schema, kind.summary));
    check_keys(schema, kind.keys);
  }
  for (const Operator& op : operators()) {
    CHECK(has(schema, op.name));
    check_keys(schema, yaml::keys_of(op.value));
  }
}

TEST_CASE("every key stands in the schema of scorecards, which knows finds but no rules") {
  const std::string schema = schema_of("A scorecard", scorecard_keys());
  check_keys(schema, scorecard_keys());
  CHECK(has(schema, "not_in"));
  CHECK_FALSE(has(schema, "say_instead"));
}

TEST_CASE("no kind takes a key of its own that every rule takes") {
  for (const Kind& kind : kinds())
    for (const yaml::Key& key : kind.keys) CHECK(std::ranges::find(common_rule_keys(), key.name, &yaml::Key::name) == common_rule_keys().end());
}
