// A rule book of one small pack, with a scorecard, for tests.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "rule/rule_book.h"
#include "score/scorecard.h"

struct BookOf {
  std::unique_ptr<decant::yaml::Document> document, card_document;
  std::vector<decant::PackFile> files;
  std::unique_ptr<decant::RuleBook> book;
  decant::Scorecard card;

  const decant::Rule& rule(std::size_t i = 0) const { return *book->rules[i]; }
};

// `rules`: the entries of the pack's list of rules, from column 1.
inline BookOf book_of(const std::string& rules) {
  using namespace decant;
  BookOf out;
  auto document = yaml::parse("p.yaml", "pack: p\nversion: 1.0.0\ntitle: P\nwhy: none\nrules:\n" + rules);
  REQUIRE(document.ok());
  out.document = std::move(*document);
  out.files.push_back({out.document->tree});
  auto book = read_rule_book(out.files, yaml::Tree{});
  REQUIRE_MESSAGE(book.ok(), (book.ok() ? std::string() : describe(book.errors()[0])));
  out.book = std::move(*book);
  auto card_document = yaml::parse("card.yaml",
                                   "scorecard: c\npass_mark: 80\nbands: {good: 0}\nminimum_agent_words: 0\n"
                                   "sections: [{name: all, weight: 100, rest: true}]\n");
  REQUIRE(card_document.ok());
  out.card_document = std::move(*card_document);
  auto card = read_scorecard(out.card_document->tree, *out.book);
  REQUIRE(card.ok());
  out.card = std::move(*card);
  build(*out.book, out.card.must_say.get());
  return out;
}
