// The functions behind the rows of the table in formats.cc: for each format one that recognises it
// and one that reads it, as Format describes them.
#pragma once

#include "transcript/formats.h"

namespace decant {

int recognise_text(std::string_view head, bool whole);
void read_text(const Block& block, const Sink& sink);

int recognise_json(std::string_view head, bool whole);
void read_json(const Block& block, const Sink& sink);

int recognise_jsonl(std::string_view head, bool whole);
void read_jsonl(const Block& block, const Sink& sink);
std::size_t cut_lines(std::string_view bytes);

int recognise_json_list(std::string_view head, bool whole);
void read_json_list(const Block& block, const Sink& sink);
std::size_t cut_json_list(std::string_view bytes);

int recognise_turns(std::string_view head, bool whole);  // read by read_jsonl

int recognise_mbox(std::string_view head, bool whole);
void read_mbox(const Block& block, const Sink& sink);
std::size_t cut_mails(std::string_view bytes);

int recognise_mail(std::string_view head, bool whole);
void read_one_mail(const Block& block, const Sink& sink);

int recognise_csv(std::string_view head, bool whole);
void read_csv(const Block& block, const Sink& sink);

int recognise_script(std::string_view head, bool whole);
void read_script(const Block& block, const Sink& sink);

int recognise_replies(std::string_view head, bool whole);
void read_replies(const Block& block, const Sink& sink);

int recognise_vtt(std::string_view head, bool whole);
void read_vtt(const Block& block, const Sink& sink);

int recognise_srt(std::string_view head, bool whole);
void read_srt(const Block& block, const Sink& sink);

}  // namespace decant
