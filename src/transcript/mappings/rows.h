// The functions behind the table in mappings.cc: each adds the rows of its file.
#pragma once

#include <vector>

#include "transcript/mapping.h"

namespace decant {

void add_amazon_mappings(std::vector<Mapping>& rows);
void add_google_mappings(std::vector<Mapping>& rows);
void add_azure_mappings(std::vector<Mapping>& rows);
void add_genesys_mappings(std::vector<Mapping>& rows);
void add_speech_mappings(std::vector<Mapping>& rows);   // Deepgram, AssemblyAI, Rev.ai, Twilio
void add_whisper_mappings(std::vector<Mapping>& rows);  // Whisper, WhisperX
void add_meeting_mappings(std::vector<Mapping>& rows);  // Gong
void add_zendesk_mappings(std::vector<Mapping>& rows);
void add_chat_mappings(std::vector<Mapping>& rows);     // Intercom, Slack, Teams, LivePerson
void add_message_mappings(std::vector<Mapping>& rows);  // logs of language models
void add_vcon_mappings(std::vector<Mapping>& rows);
void add_macro_mappings(std::vector<Mapping>& rows);   // canned replies
void add_corpus_mappings(std::vector<Mapping>& rows);  // research data sets and samples

}  // namespace decant
