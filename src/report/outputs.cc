#include "report/outputs.h"

#include <algorithm>
#include <array>

namespace decant {

// Each in the file of its name in outputs/.
std::unique_ptr<Output> text_output(const OutputOptions& options);
std::unique_ptr<Output> json_output(const OutputOptions& options);
std::unique_ptr<Output> jsonl_output(const OutputOptions& options);

namespace {

constexpr std::array formats{
    OutputFormat{"text", "for people: quote, place, points and better words, then a summary", text_output},
    OutputFormat{"json", "one document with all verdicts and the summary", json_output},
    OutputFormat{"jsonl", "one verdict a line, in the order of the input", jsonl_output},
};

}  // namespace

std::span<const OutputFormat> output_formats() { return formats; }

const OutputFormat* output_format_named(std::string_view name) {
  const auto found = std::ranges::find(formats, name, &OutputFormat::name);
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace decant
