// Packs, scorecards and conversations made of text, for tests of rules, scores and judges.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rule/rule_book.h"
#include "score/scorecard.h"
#include "yaml/node.h"

namespace decant {

// Packs and all they are made of.
struct Book {
  std::vector<std::unique_ptr<yaml::Document>> documents;
  std::unique_ptr<RuleBook> rules;
  Errors errors;

  const RuleBook& operator*() const { return *rules; }
};

// A pack named `name` with these rules (the text behind "rules:").
inline std::string pack_of(std::string_view name, std::string_view rules, std::string_view words = "") {
  std::string out = "pack: " + std::string(name) + "\nversion: 1.0.0\ntitle: A pack\nwhy: It matters.\n";
  if (!words.empty()) out += "words:\n" + std::string(words);
  return out + "rules:\n" + std::string(rules);
}

inline Book read_book(const std::vector<std::string>& packs, const std::string& lexicon = "") {
  Book book;
  std::vector<PackFile> files;
  for (const std::string& source : packs) {
    auto document = yaml::parse("p" + std::to_string(files.size()) + ".yaml", source);
    if (!document) {
      book.errors.insert(book.errors.end(), document.errors().begin(), document.errors().end());
      continue;
    }
    book.documents.push_back(std::move(*document));
    files.push_back({book.documents.back()->tree, false});
  }
  yaml::Tree words;
  if (!lexicon.empty()) {
    book.documents.push_back(std::move(*yaml::parse("lexicon.yaml", lexicon)));
    words = book.documents.back()->tree;
  }
  auto rules = read_rule_book(files, words);
  if (rules)
    book.rules = std::move(*rules);
  else
    book.errors.insert(book.errors.end(), rules.errors().begin(), rules.errors().end());
  return book;
}

// A scorecard of one section unless it says otherwise. The book is ready to judge with after this.
inline Scorecard read_card(Book& book, const std::string& source = "scorecard: s\nsections:\n  - {name: all, weight: 100, rest: true}\n") {
  REQUIRE_MESSAGE(book.rules, (book.errors.empty() ? "" : describe(book.errors[0])));
  book.documents.push_back(std::move(*yaml::parse("card.yaml", source)));
  auto card = read_scorecard(book.documents.back()->tree, *book.rules);
  REQUIRE_MESSAGE(card.ok(), (card.ok() ? "" : describe(card.errors()[0])));
  build(*book.rules, card->must_say.get());
  return std::move(*card);
}

// "line:column: what", one error a line.
inline std::string listed(const Errors& errors) {
  std::string out;
  for (const Error& error : errors)
    out += (out.empty() ? "" : "\n") + std::to_string(error.place.line) + ':' + std::to_string(error.place.column) + ": " + error.what;
  return out;
}

}  // namespace decant
