#include "rule/schema.h"

#include <array>
#include <vector>

#include "json/writer.h"
#include "match/operators.h"
#include "match/read_roles.h"
#include "match/window.h"
#include "rule/kinds.h"
#include "rule/pack_keys.h"

namespace decant {
namespace {

using yaml::Key;
using yaml::Need;
using yaml::Shape;

class SchemaWriter {
 public:
  // `out` outlives this.
  explicit SchemaWriter(std::string& out) : json_(out) {}

  void write_file(std::string_view title, std::span<const Key> keys, bool has_rules) {
    json_.begin_object().member("$schema", "http://json-schema.org/draft-07/schema#").member("title", title);
    write_map(keys);
    json_.key("definitions").begin_object();
    write_finds();
    json_.key("window").begin_object();
    write(window_shape());
    json_.end_object();
    if (has_rules) write_rules();
    json_.end_object().end_object();
  }

 private:
  // The members of the schema of `shape`; the caller opens and closes its object.
  void write(const Shape& shape) {
    using enum Shape::Type;
    switch (shape.type) {
      case text:
        // A number or a yes is a text too, in a pack.
        type({"string", "number", "boolean"}).member("minLength", 1);
        if (!shape.word.empty()) json_.member("pattern", shape.word);
        return;
      case texts: return one_or_list([&] { write(yaml::text()); });
      case texts_or_maps:
        return one_or_list([&] {
          json_.key("if").begin_object();
          type({"object"});
          json_.end_object().key("then").begin_object();
          write_map(keys_of(shape));
          json_.end_object().key("else").begin_object();
          write(yaml::text());
          json_.end_object();
        });
      case number: type({"number"}).member("minimum", 0).member("maximum", shape.most); return;
      case integer: type({"integer"}).member("minimum", shape.least).member("maximum", shape.most); return;
      case percent: type({"string"}).member("pattern", "^(100|[1-9]?[0-9])%$"); return;
      case boolean: type({"boolean"}); return;
      case only_true: json_.member("const", true); return;
      case choice: return names(shape.names);
      case choices: return one_or_list([&] { names(shape.names); });
      case map: return write_map(keys_of(shape));
      case maps:
        return list(shape.least, [&] { write_map(keys_of(shape)); });
      case map_of:
        type({"object"}).member("minProperties", 1).key("additionalProperties").begin_object();
        json_.member("description", shape.keys[0].summary);
        write(shape.keys[0].shape);
        json_.end_object();
        return;
      case ref: return refer(shape.word);
      case refs: return list(shape.least, [&] { refer(shape.word); });
      case ref_or_map:
        // A map with the keys of its own, told by the first of them; else what the name stands for.
        json_.key("if").begin_object();
        type({"object"}).key("required").begin_array().value(keys_of(shape).front().name).end_array().end_object();
        json_.key("then").begin_object();
        write_map(keys_of(shape));
        json_.end_object().key("else").begin_object();
        refer(shape.word);
        json_.end_object();
        return;
    }
  }

  json::Writer& type(std::initializer_list<std::string_view> types) {
    json_.key("type");
    if (types.size() == 1) return json_.value(*types.begin());
    json_.begin_array();
    for (std::string_view one : types) json_.value(one);
    return json_.end_array();
  }

  void refer(std::string_view name) { json_.member("$ref", "#/definitions/" + std::string(name)); }

  void names(std::span<const std::string_view> allowed) {
    json_.key("enum").begin_array();
    for (std::string_view name : allowed) json_.value(name);
    json_.end_array();
  }

  template <typename F>
  void list(int least, F&& item) {
    type({"array"}).member("minItems", least).key("items").begin_object();
    item();
    json_.end_object();
  }

  // Told apart by type and not with anyOf, so that an editor speaks of the part that was meant.
  template <typename F>
  void one_or_list(F&& item) {
    json_.key("if").begin_object();
    type({"array"});
    json_.end_object().key("then").begin_object();
    list(1, item);
    json_.end_object().key("else").begin_object();
    item();
    json_.end_object();
  }

  void write_key(const Key& key) {
    json_.key(key.name).begin_object();
    if (!key.summary.empty()) json_.member("description", key.summary);
    write(key.shape);
    json_.end_object();
  }

  void write_map(std::span<const Key> keys) {
    type({"object"}).member("additionalProperties", false).key("properties").begin_object();
    for (const Key& key : keys) write_key(key);
    json_.end_object();
    write_needs(keys);
  }

  void write_needs(std::span<const Key> keys) {
    const auto with = [&](Need need) {
      std::vector<std::string_view> found;
      for (const Key& key : keys)
        if (key.need == need) found.push_back(key.name);
      return found;
    };
    write_required(with(Need::required));
    if (const auto some = with(Need::one_of_these); !some.empty()) write_alternatives("oneOf", some);
    if (const auto some = with(Need::at_least_one_of_these); !some.empty()) write_alternatives("anyOf", some);
    if (const auto some = with(Need::at_most_one_of_these); !some.empty()) {
      json_.key("not").begin_object();
      write_required(some);
      json_.end_object();
    }
  }

  void write_required(const std::vector<std::string_view>& names_of_keys) {
    json_.key("required").begin_array();
    for (std::string_view name : names_of_keys) json_.value(name);
    json_.end_array();
  }

  void write_alternatives(std::string_view word, const std::vector<std::string_view>& names_of_keys) {
    json_.key(word).begin_array();
    for (std::string_view name : names_of_keys) {
      json_.begin_object();
      write_required({name});
      json_.end_object();
    }
    json_.end_array();
  }

  // A find: a phrase, a list of phrases and maps, or a map with one finder.
  void write_finds() {
    std::vector<Key> keys;
    for (const Operator& op : operators())
      keys.push_back({op.name, op.summary, op.value, op.is_filter ? Need::none : Need::one_of_these});
    json_.key("find-map").begin_object();
    write_map(keys);
    json_.end_object().key("phrase-or-map").begin_object();
    write_if_type("object", "find-map", [&] { write(yaml::text()); });
    json_.end_object().key("find").begin_object();
    json_.key("if").begin_object();
    type({"array"});
    json_.end_object().key("then").begin_object();
    list(1, [&] { refer("phrase-or-map"); });
    json_.end_object().key("else").begin_object();
    refer("phrase-or-map");
    json_.end_object().end_object();
  }

  template <typename F>
  void write_if_type(std::string_view wanted, std::string_view name, F&& otherwise) {
    json_.key("if").begin_object();
    type({wanted});
    json_.end_object().key("then").begin_object();
    refer(name);
    json_.end_object().key("else").begin_object();
    otherwise();
    json_.end_object();
  }

  // Every kind is a schema of its own, chosen by the value of `kind`.
  void write_rules() {
    json_.key("rule").begin_object();
    type({"object"}).key("properties").begin_object();
    for (const Key& key : common_rule_keys()) {
      if (key.name != "kind") {
        write_key(key);
        continue;
      }
      std::vector<std::string_view> known;
      for (const Kind& kind : kinds()) known.push_back(kind.name);
      json_.key("kind").begin_object().member("description", key.summary);
      names(known);
      json_.key("enumDescriptions").begin_array();
      for (const Kind& kind : kinds()) json_.value(kind.summary);
      json_.end_array().end_object();
    }
    json_.end_object();
    write_needs(common_rule_keys());
    json_.key("allOf").begin_array();
    for (const Kind& kind : kinds()) {
      json_.begin_object().key("if").begin_object();
      write_required({"kind"});
      json_.key("properties").begin_object().key("kind").begin_object().member("const", kind.name).end_object().end_object();
      json_.end_object().key("then").begin_object();
      write_kind(kind);
      json_.end_object().end_object();
    }
    json_.end_array().end_object();
  }

  void write_kind(const Kind& kind) {
    std::vector<Key> needs(kind.keys.begin(), kind.keys.end());
    json_.member("additionalProperties", false).key("properties").begin_object();
    for (const Key& key : common_rule_keys()) {
      json_.key(key.name).begin_object();
      if (key.name == "role" && kind.is_of_the_brand) write(roles_of_the_brand_shape());
      json_.end_object();
    }
    for (const Key& key : kind.keys) write_key(key);
    json_.end_object();
    if (kind.type != FindingType::note) needs.push_back({"points", "", {}, Need::required});
    write_needs(needs);
  }

  json::Writer json_;
};

std::string schema(std::string_view title, std::span<const Key> keys, bool has_rules) {
  std::string out;
  SchemaWriter(out).write_file(title, keys, has_rules);
  out += '\n';
  return out;
}

}  // namespace

std::string pack_schema() { return schema("A decant rule pack", pack_keys(), true); }

std::string schema_of(std::string_view title, std::span<const Key> keys) { return schema(title, keys, false); }

}  // namespace decant
