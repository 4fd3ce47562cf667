// vCon, the IETF's container for conversations (draft-ietf-vcon-vcon-core): parties, and a dialog of texts. What has no
// place in it (channel, team, case) stands in an attachment, from which mappings/vcon.cc takes it back.
//
// The uuid is made from the content, so that the same conversation always is the same vCon.
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "json/writer.h"
#include "transcript/formats/time.h"
#include "transcript/writers/rows.h"

namespace decant {
namespace {

constexpr std::string_view version = "0.4.0";
constexpr std::string_view no_date = "1970-01-01T00:00:00Z";  // created_at must be there

uint64_t hash(std::string_view text, uint64_t from) {
  for (const char c : text) from = (from ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return from;
}

// Version 8: made by a way of our own.
std::string uuid_of(std::string_view content) {
  const uint64_t high = hash(content, 0xCBF29CE484222325);
  const uint64_t low = hash(content, 0x9E3779B97F4A7C15);
  return fmt::format("{:08x}-{:04x}-8{:03x}-{:x}{:03x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF,
                     high & 0xFFF, 8 + (low >> 62), (low >> 48) & 0xFFF, low & 0xFFFFFFFFFFFF);
}

struct Parties {
  std::vector<std::pair<Role, std::string_view>> list;
  std::map<std::pair<Role, std::string_view>, std::size_t> places;

  std::size_t of(const Turn& turn) {
    const auto [known, is_new] = places.try_emplace({turn.role, turn.speaker}, list.size());
    if (is_new) list.emplace_back(turn.role, turn.speaker);
    return known->second;
  }
};

std::optional<double> instant_of(const Transcript& transcript) {
  const std::optional<Time> time = time_from(transcript.started);
  if (!time || time->kind != Time::Kind::instant) return std::nullopt;
  return time->seconds;
}

void write_dialog(const Transcript& transcript, Parties& parties, json::Writer& writer) {
  const double start = instant_of(transcript).value_or(0);
  writer.key("dialog").begin_array();
  for (const Turn& turn : transcript.turns) {
    writer.begin_object().member("type", "text");
    if (!std::isnan(turn.start)) writer.member("start", iso_instant(start + turn.start));
    if (turn.end >= turn.start) writer.key("duration").seconds(turn.end - turn.start);
    const std::size_t party = parties.of(turn);
    writer.key("parties").begin_array().value(party).end_array().member("originator", party);
    writer.member("mediatype", "text/plain").member("encoding", "none");
    writer.member("body", transcript.text(turn)).end_object();
  }
  writer.end_array();
}

void write_parties(const Parties& parties, json::Writer& writer) {
  writer.key("parties").begin_array();
  for (const auto& [role, speaker] : parties.list) {
    writer.begin_object();
    if (!speaker.empty()) writer.member("name", speaker);
    if (role != Role::unknown) writer.member("role", name(role));
    writer.end_object();
  }
  writer.end_array();
}

void write_vcon(const Transcript& transcript, std::string& out) {
  std::string content;
  json::Writer inside(content);
  inside.begin_object();
  Parties parties;
  write_dialog(transcript, parties, inside);
  write_parties(parties, inside);
  inside.key("attachments").begin_array().begin_object().member("purpose", "conversation");
  inside.member("encoding", "json").key("body").begin_object();
  for (const auto& [key, value] : fields_of(transcript)) inside.member(key, value);
  if (transcript.started.empty()) inside.member("started", no_date);
  inside.end_object().end_object().end_array().end_object();

  json::Writer writer(out);
  writer.begin_object().member("vcon", version).member("uuid", uuid_of(content));
  writer.key("extensions").begin_array().value("CC").end_array();  // which gives parties a role
  const std::optional<double> start = instant_of(transcript);
  writer.member("created_at", start ? iso_instant(*start) : std::string(no_date));
  writer.end_object();
  out.pop_back();
  out += ',';
  out.append(content, 1);
}

}  // namespace

TranscriptWriter vcon_writer() {
  return {"vcon",
          "IETF vCon; several conversations become a list",
          write_vcon,
          [](bool is_single) { return std::string_view(is_single ? "" : "[\n"); },
          ",\n",
          [](bool is_single) { return std::string_view(is_single ? "\n" : "\n]\n"); }};
}

}  // namespace decant
