#include "yaml/node.h"

#include <algorithm>
#include <istream>
#include <map>
#include <streambuf>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "yaml/parser_faults.h"

namespace decant::yaml {
namespace {

constexpr std::size_t most_bytes = 1 << 20;
constexpr std::size_t most_levels = 64;
constexpr std::size_t most_errors = 200;  // of one file, that the parser can go on after

std::string line_of(std::string_view source, uint32_t line) {
  for (uint32_t at = 1; at < line; ++at) {
    const std::size_t end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  std::string_view text = source.substr(0, source.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return std::string(text);
}

// Thrown through yaml-cpp to end its recursion; caught in parse().
struct TooDeep {};
struct TooMany {};

class Builder final : public YAML::EventHandler {
 public:
  Builder(Document& document, Errors& errors) : document_(document), errors_(errors) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    // A value that is not there stands at its key: the parser's mark is behind it, maybe on a later line.
    const bool is_value = !levels_.empty() && levels_.back().is_map && !levels_.back().is_key_next;
    add(Kind::null, is_value ? levels_.back().key : mark);
    close_entry();
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "aliases are not part of this language", "write the value out, or use a word list");
    add(Kind::null, mark);
    close_entry();
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    if (tag != "?" && tag != "!") refuse_tag(mark, tag);
    Record& record = add(Kind::scalar, mark);
    record.is_plain = tag == "?";
    record.text = is_key_next() ? place_of_key(value) : add_text(value);
    record.text_size = static_cast<uint32_t>(value.size());
    check_key(mark, value);
    close_entry();
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    uint32_t index = 0;
    bool is_map = false;
    bool is_key_next = true;
    YAML::Mark key = YAML::Mark::null_mark();  // the last one
    std::map<std::string, YAML::Mark> keys = {};
  };

  Record& add(Kind kind, const YAML::Mark& mark) {
    Record record;
    record.kind = kind;
    record.line = static_cast<uint32_t>(mark.line + 1);
    record.column = static_cast<uint32_t>(mark.column + 1);
    document_.records.push_back(record);
    return document_.records.back();
  }

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    if (!tag.empty() && tag != "?" && tag != "!") refuse_tag(mark, tag);
    if (levels_.size() >= most_levels) {
      refuse(mark, fmt::format("nested deeper than {} levels", most_levels), "");
      throw TooDeep{};
    }
    if (is_key_next()) refuse_key(mark);
    levels_.push_back({static_cast<uint32_t>(document_.records.size()), kind == Kind::map});
    add(kind, mark);
  }

  void close() {
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    document_.records[level.index].nodes =
        static_cast<uint32_t>(document_.records.size()) - level.index;
    close_entry();
  }

  void close_entry() {
    if (!levels_.empty() && levels_.back().is_map)
      levels_.back().is_key_next = !levels_.back().is_key_next;
  }

  bool is_key_next() const { return !levels_.empty() && levels_.back().is_map && levels_.back().is_key_next; }

  uint32_t add_text(const std::string& text) {
    const auto begin = static_cast<uint32_t>(document_.text.size());
    document_.text += text;
    return begin;
  }

  // A key is kept once however many maps have it: all keys lie together, and looking for one reads no texts between them.
  uint32_t place_of_key(const std::string& key) {
    const auto [known, is_new] = keys_.try_emplace(key, 0);
    if (is_new) known->second = add_text(key);
    return known->second;
  }

  void check_key(const YAML::Mark& mark, const std::string& key) {
    if (!is_key_next()) return;
    levels_.back().key = mark;
    const auto [earlier, is_new] = levels_.back().keys.emplace(key, mark);
    if (!is_new)
      refuse(mark, fmt::format("the key \"{}\" stands here twice", key),
             fmt::format("it stands first on line {}", earlier->second.line + 1));
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor)
      refuse(mark, "anchors are not part of this language", "write the value out, or use a word list");
  }
  // Brackets that are never closed look like keys to the parser, level by level: one error a line will do.
  void refuse_key(const YAML::Mark& mark) {
    constexpr std::string_view what = "a key must be a word, not a list or a map";
    const bool is_known = !errors_.empty() && errors_.back().what == what && errors_.back().place.line == static_cast<uint32_t>(mark.line + 1);
    if (!is_known) refuse(mark, std::string(what), "put a text that starts with [ or { in quotes");
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    refuse(mark, fmt::format("tags are not part of this language: {}", tag), "leave the tag out");
  }
  void refuse(const YAML::Mark& mark, std::string what, std::string hint) {
    const auto line = static_cast<uint32_t>(mark.line + 1);
    if (errors_.size() == most_errors) {
      errors_.push_back({{document_.path, line}, fmt::format("more than {} mistakes; the rest is not shown", most_errors), "", ""});
      throw TooMany{};
    }
    errors_.push_back({{document_.path, line, static_cast<uint32_t>(mark.column + 1)}, std::move(what),
                       std::move(hint), line_of(document_.source, line)});
  }

  Document& document_;
  Errors& errors_;
  std::vector<Level> levels_;
  std::map<std::string, uint32_t> keys_;  // where each stands in the text
};

// yaml-cpp reads from a stream only.
class ViewBuffer final : public std::streambuf {
 public:
  explicit ViewBuffer(std::string& text) { setg(text.data(), text.data(), text.data() + text.size()); }
};

}  // namespace

std::string_view Node::text() const {
  if (!is_scalar()) return {};
  return tree_->text.substr(record().text, record().text_size);
}

std::vector<Node> Node::items() const {
  std::vector<Node> out;
  if (!is_sequence()) return out;
  for (uint32_t at = index_ + 1; at < index_ + record().nodes; at += tree_->records[at].nodes)
    out.push_back(Node(tree_, at));
  return out;
}

std::vector<std::pair<Node, Node>> Node::entries() const {
  std::vector<std::pair<Node, Node>> out;
  if (!is_map()) return out;
  for (uint32_t at = index_ + 1; at < index_ + record().nodes;) {
    const Node key(tree_, at);
    at += tree_->records[at].nodes;
    out.push_back({key, Node(tree_, at)});
    at += tree_->records[at].nodes;
  }
  return out;
}

Node Node::operator[](std::string_view key) const {
  if (!is_map()) return {};
  for (uint32_t at = index_ + 1; at < index_ + record().nodes;) {
    const Node name(tree_, at);
    at += tree_->records[at].nodes;
    if (name.text() == key) return Node(tree_, at);
    at += tree_->records[at].nodes;
  }
  return {};
}

Place Node::place() const {
  if (!exists()) return {};
  return {std::string(tree_->path), record().line, record().column};
}

Error Node::error(std::string what, std::string hint, uint32_t at) const {
  Error error{place(), std::move(what), std::move(hint), {}};
  error.source_line = line_of(tree_->source, error.place.line);
  if (!error.source_line.empty() && is_scalar()) {
    // Where the text stands on the line as written, the caret can go to the very byte.
    const std::string_view shown = text().substr(0, std::max<std::size_t>(64, at + 1));
    const std::size_t from = error.source_line.find(shown, error.place.column - 1);
    if (from != std::string::npos && !text().empty()) error.place.column = static_cast<uint32_t>(from + 1 + at);
  }
  return error;
}

uint64_t content_hash(const Tree& tree) {
  if (tree.known_hash != 0) return tree.known_hash;
  uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  const auto add = [&](unsigned char byte) {
    hash ^= byte;
    hash *= 0x100000001B3;
  };
  for (const Record& record : tree.records) {
    add(static_cast<unsigned char>(record.kind));
    for (int shift = 0; shift < 32; shift += 8) add(static_cast<unsigned char>(record.nodes >> shift));
    for (char c : tree.text.substr(record.text, record.text_size)) add(static_cast<unsigned char>(c));
  }
  return hash;
}

Result<std::unique_ptr<Document>> parse(std::string path, std::string source) {
  auto document = std::make_unique<Document>();
  document->path = std::move(path);
  document->source = std::move(source);
  if (document->source.starts_with("\xEF\xBB\xBF")) document->source.erase(0, 3);
  Errors errors;
  const auto fail = [&](uint32_t line, uint32_t column, std::string what, std::string hint) {
    errors.push_back({{document->path, line, column}, std::move(what), std::move(hint),
                      line ? line_of(document->source, line) : ""});
  };
  if (document->source.size() > most_bytes) {
    fail(0, 0, fmt::format("larger than {} KiB", most_bytes >> 10), "split it into several files");
    return errors;
  }
  if (document->source.find('\0') != std::string::npos) {
    fail(0, 0, "not a text file: it holds a NUL byte", "");
    return errors;
  }
  try {
    ViewBuffer buffer(document->source);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    Builder builder(*document, errors);
    if (!parser.HandleNextDocument(builder) || document->records.empty() || document->records[0].kind == Kind::null) {
      fail(0, 0, "the file is empty", "");
    } else if (const Record* open = open_quote(*document)) {
      fail(open->line, open->column, "this quote is never closed", "");
    } else {
      Document rest;
      Errors ignored;
      Builder second(rest, ignored);
      try {
        parser.HandleNextDocument(second);
      } catch (const TooDeep&) {
      } catch (const TooMany&) {
      }
      if (!rest.records.empty())
        fail(rest.records[0].line, 1, "a second document starts here", "one file holds one document; remove the \"---\"");
    }
  } catch (const YAML::Exception& e) {
    const auto line = e.mark.is_null() ? 0 : static_cast<uint32_t>(e.mark.line + 1);
    fail(line, line ? static_cast<uint32_t>(e.mark.column + 1) : 0, "not valid YAML: " + e.msg,
         hint_for(e.msg, line_of(document->source, line)));
  } catch (const TooDeep&) {
  } catch (const TooMany&) {
  }
  if (!errors.empty()) return errors;
  document->tree = {document->path, document->source, document->records, document->text};
  return document;
}

}  // namespace decant::yaml
