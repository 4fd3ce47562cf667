#include "report/trace_text.h"

#include <algorithm>

#include <fmt/format.h>

namespace decant {
namespace {

constexpr int step = 2;  // columns a level of the tree is indented by

class TraceWriter {
 public:
  TraceWriter(const TraceView& view, const Sheet& sheet, std::string& out) : view_(view), sheet_(sheet), out_(out) {}

  void write(const Trace& trace, int indent) {
    Passage line(part_name(trace.label, trace.name));
    if (trace.is_silent()) {
      print(line.add(": nothing", Ink::faint), indent);
      return;
    }
    print(line, indent);
    for (const Sighting& sighting : trace.phrases) print(said(sighting, Ink::strong), indent + step);
    for (const Trace& part : trace.parts) write(part, indent + step);
    for (const Trace::Dropped& dropped : trace.dropped) {
      Passage drop("drops ", Ink::warning);
      add_words(dropped.hit, drop, Ink::strong);
      if (dropped.because) {
        drop.add(" because of ");
        add_said(*dropped.because, drop, Ink::plain);
      }
      print(drop, indent + step);
    }
    write_outcome(trace, indent + step);
  }

 private:
  void write_outcome(const Trace& trace, int indent) {
    if (trace.parts.empty() || trace.name == "any") return;
    if (trace.is_filter && trace.dropped.empty()) return;  // it let everything pass
    for (const Sighting& hit : trace.hits) {
      Passage kept(trace.is_filter ? "keeps " : "makes ");
      add_words(hit, kept, Ink::strong);
      print(kept, indent);
    }
    const bool has_all = std::ranges::none_of(trace.parts, [](const Trace& part) { return part.hits.empty(); });
    if (!trace.is_filter && trace.hits.empty() && has_all) print(Passage("all of it is said, but not as the operator asks", Ink::faint), indent);
  }

  void add_words(const Sighting& sighting, Passage& out, Ink ink) const {
    out.add("“").add(view_.words.substr(sighting.words.begin, sighting.words.size()), ink).add("”");
    if (view_.with_turns) out.add(fmt::format(" (turn {})", sighting.turn + 1), Ink::faint);
  }

  void add_said(const Sighting& sighting, Passage& out, Ink ink) const {
    add_words(sighting, out, ink);
    if (!sighting.phrase.empty()) out.add(" by ", Ink::faint).add(sighting.phrase, Ink::faint);
  }

  Passage said(const Sighting& sighting, Ink ink) const {
    Passage out;
    add_said(sighting, out, ink);
    return out;
  }

  void print(const Passage& line, int indent) {
    out_.append(static_cast<std::size_t>(indent), ' ');
    line.print_wrapped(sheet_, indent, indent + step, out_);
  }

  const TraceView& view_;
  const Sheet& sheet_;
  std::string& out_;
};

}  // namespace

void write_trace(std::span<const Trace> traces, const TraceView& view, const Sheet& sheet, std::string& out) {
  TraceWriter writer(view, sheet, out);
  for (const Trace& trace : traces) writer.write(trace, view.indent);
}

Trace in_turn(const Trace& trace, uint32_t turn) {
  const auto is_elsewhere = [&](const Sighting& sighting) { return sighting.turn != turn; };
  Trace out = trace;
  std::erase_if(out.phrases, is_elsewhere);
  std::erase_if(out.hits, is_elsewhere);
  std::erase_if(out.dropped, [&](const Trace::Dropped& dropped) { return is_elsewhere(dropped.hit); });
  for (Trace& part : out.parts) part = in_turn(part, turn);
  return out;
}

std::string part_name(std::string_view label, std::string_view name) {
  return label.empty() ? std::string(name) : fmt::format("{}: {}", label, name);
}

}  // namespace decant
