#include "transcript/mappings.h"

#include <algorithm>

#include "transcript/mappings/rows.h"

namespace decant {
namespace {

const std::vector<Companion>& companions() {
  static const std::vector<Companion> table = {
      {.name = "Gong's parties", .recognise = {"calls[].parties[].speakerId"}},
      {.name = "Twilio's participants",
       .recognise = {"channel.participants[].channel_participant"}},
      {.name = "Slack's users",
       .recognise = {"[].id", "[].name | [].real_name", "[].profile | [].is_bot"}},
      {.name = "Slack's channels", .recognise = {"[].id", "[].name", "[].members | [].creator"}},
      {.name = "ConvoKit's index", .recognise = {"\"utterances-index\""}},
      {.name = "ConvoKit's speakers",
       .recognise = {"*"},
       .file = "speakers.json",
       .beside = {"conversations.json"}},
      {.name = "ConvoKit's speakers",
       .recognise = {"*"},
       .file = "users.json",
       .beside = {"conversations.json"}},
      {.name = "ConvoKit's conversations",
       .recognise = {"*"},
       .file = "conversations.json",
       .beside = {"speakers.json", "users.json"}},
      {.name = "ConvoKit's corpus",
       .recognise = {"."},
       .file = "corpus.json",
       .beside = {"speakers.json", "users.json"}},
  };
  return table;
}

}  // namespace

std::span<const Mapping> mappings() {
  static const std::vector<Mapping> table = [] {
    std::vector<Mapping> rows;
    for (const auto add :
         {add_amazon_mappings, add_google_mappings, add_azure_mappings, add_genesys_mappings,
          add_speech_mappings, add_whisper_mappings, add_meeting_mappings, add_zendesk_mappings,
          add_chat_mappings, add_message_mappings, add_vcon_mappings, add_macro_mappings,
          add_corpus_mappings})
      add(rows);
    return rows;
  }();
  return table;
}

bool is_of(const Mapping& mapping, json::Value document) {
  const Item root{.value = document};
  const auto leads = [&](const Path& path) { return path.leads_anywhere(root); };
  return std::ranges::all_of(mapping.recognise, leads) &&
         std::ranges::none_of(mapping.unless, leads);
}

const Mapping* mapping_for(json::Value document, const Mapping* user) {
  if (user != nullptr && is_of(*user, document)) return user;
  for (const Mapping& mapping : mappings())
    if (is_of(mapping, document)) return &mapping;
  return nullptr;
}

const Companion* companion_for(json::Value document, const Block& block) {
  static const Path own = "turns | [].turns | conversations[]";
  const std::string_view file = block.path.substr(block.path.rfind('/') + 1);
  const Item root{.value = document};
  if (own.leads_anywhere(root)) return nullptr;
  const auto is_beside = [&](const std::string& name) {
    return block.neighbours && !block.neighbours(name).empty();
  };
  for (const Companion& companion : companions()) {
    if (!companion.file.empty() && companion.file != file) continue;
    if (!std::ranges::all_of(companion.recognise,
                             [&](const Path& each) { return each.leads_anywhere(root); }))
      continue;
    if (companion.beside.empty() || std::ranges::any_of(companion.beside, is_beside))
      return &companion;
  }
  return nullptr;
}

}  // namespace decant
