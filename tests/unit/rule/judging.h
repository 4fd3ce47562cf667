// A rule and a conversation, both as a pack's author writes them → what comes out, as one line of text. So that tests of
// operators and kinds are tables.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "lint/bench.h"
#include "lint/example_transcript.h"
#include "rule/rule_book.h"
#include "yaml/node.h"

namespace decant::judging {

struct Book {
  std::unique_ptr<yaml::Document> document;
  std::unique_ptr<RuleBook> book;
  Errors errors;  // if there is none
};

inline std::string indented(const std::string& text, const std::string& by) {
  std::string out = by;
  for (char c : text) {
    out += c;
    if (c == '\n') out += by;
  }
  return out;
}

// A pack with one rule, of which `keys` are what matters.
inline Book book_of(const std::string& keys) {
  Book out;
  const std::string head = "pack: p\nversion: 1.0.0\ntitle: P\nwhy: W.\nrules:\n  - id: r\n    message: m\n";
  auto parsed = yaml::parse("p.yaml", head + indented(keys, "    ") + "\n");
  if (!parsed) {
    out.errors = parsed.errors();
    return out;
  }
  out.document = std::move(*parsed);
  const PackFile pack{out.document->tree};
  auto book = read_rule_book({&pack, 1}, yaml::Tree{});
  if (!book) {
    out.errors = book.errors();
    return out;
  }
  out.book = std::move(*book);
  build(*out.book, nullptr);
  return out;
}

inline std::string words_of(const Observation& observation, Bench& bench) {
  if (!observation.hit) return "(nothing said)";
  const Span words = bench.words(observation.hit->span);
  return std::string(std::string_view(bench.transcript().words).substr(words.begin, words.size()));
}

// "fail: can't | won't", "pass", "n/a"; details stand in braces.
inline std::string judged(const std::string& keys, const std::string& conversation) {
  const Book made = book_of(keys);
  if (!made.book) return "broken: " + (made.errors.empty() ? "" : made.errors[0].what);
  const Rule& rule = *made.book->rules[0];
  const auto example = example_transcript(rule, conversation);
  Bench bench(*made.book);
  bench.put(example->transcript);
  const Tried tried = bench.judge(rule);
  std::string out = tried.outcome == Outcome::fail ? "fail" : tried.outcome == Outcome::pass ? "pass" : "n/a";
  for (const Observation& observation : tried.found) {
    out += &observation == &tried.found.front() ? ": " : " | ";
    out += words_of(observation, bench);
    if (!observation.detail.empty()) out += " {" + observation.detail + "}";
  }
  return out;
}

// What a find hits, "can't | won't"; "-" if nothing.
inline std::string found(const std::string& find, const std::string& conversation) {
  const std::string all = judged("kind: note\nfind: " + find, conversation);
  return all == "pass" ? "-" : all.starts_with("fail: ") ? all.substr(6) : all;
}

struct Row {
  const char* rule;
  const char* conversation;
  const char* expected;
};

}  // namespace decant::judging
