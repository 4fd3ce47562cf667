// Reads documents with a mapping: the arrow from a JSON value and a row of the table to
// transcripts.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json/document.h"
#include "transcript/mapping_people.h"
#include "transcript/mapping_turns.h"
#include "transcript/mapping_words.h"

namespace decant {

class MappingReader {
 public:
  // All of these outlive the reader.
  MappingReader(const Mapping& mapping, const Block& block, SourceLines& lines, const Sink& sink);

  // Reads a document that starts at `offset` of the block. What is complete goes to the sink at
  // once.
  void read(json::Document& document, json::Value root, uint32_t offset);
  // Hands out the conversations whose turns were gathered one by one, in the order of their first
  // turns.
  void finish();

  const Mapping& mapping() const { return mapping_; }

 private:
  // All below read with `shape`, which is another mapping than ours for a document inside of ours.
  // False: an error was told.
  bool read_turns(const Mapping& shape, const Item& conversation, MappedConversation* out);
  bool read_turn(const Mapping& shape, const Item& turn, MappedConversation* out);
  bool read_inside(const Item& conversation, MappedConversation& out);
  bool read_said(const Mapping& shape, const Item& turn, SourcedText&& text,
                 MappedConversation& out);
  bool read_times(const Mapping& shape, const Item& turn, std::optional<Time>& start,
                  std::optional<Time>& end);
  bool read_time(const Mapping& shape, const Item& turn, const Path& path, bool takes_last,
                 std::optional<Time>& out);
  void read_fields(const Item& from, MappedConversation& out);
  std::pair<Role, std::string> speaker_of(const Mapping& shape, const Item& turn,
                                          MappedConversation& out);
  const Person* person(const std::string& id) const;
  MappedConversation start(uint32_t byte);
  MappedConversation& conversation_of(const Item& turn);
  bool fail(const Mapping& shape, json::Value at, std::string what, std::string hint = {});
  void hand_out(MappedConversation& conversation);

  const Mapping& mapping_;
  const Block& block_;
  SourceLines& lines_;
  const Sink& sink_;
  json::Document* document_ = nullptr;  // the one being read
  uint32_t offset_ = 0;                 // and its place
  PeopleById beside_, people_;     // from the files beside the block, and from the conversation
  std::vector<SpokenWord> words_;  // of the conversation, if it is made of words
  std::deque<MappedConversation> gathered_;
  std::map<std::string, std::size_t, std::less<>> by_group_;  // in gathered_
};

}  // namespace decant
