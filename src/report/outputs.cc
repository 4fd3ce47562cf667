#include "report/outputs.h"

#include <algorithm>
#include <array>

namespace decant {

// Each in the file of its name in outputs/.
std::unique_ptr<Output> text_output(const OutputOptions& options);
std::unique_ptr<Output> json_output(const OutputOptions& options);
std::unique_ptr<Output> jsonl_output(const OutputOptions& options);
std::unique_ptr<Output> compact_output(const OutputOptions& options);
std::unique_ptr<Output> csv_output(const OutputOptions& options);
std::unique_ptr<Output> csv_conversations_output(const OutputOptions& options);
std::unique_ptr<Output> sarif_output(const OutputOptions& options);
std::unique_ptr<Output> junit_output(const OutputOptions& options);
std::unique_ptr<Output> github_output(const OutputOptions& options);
std::unique_ptr<Output> gitlab_output(const OutputOptions& options);
std::unique_ptr<Output> markdown_output(const OutputOptions& options);

namespace {

constexpr std::array formats{
    OutputFormat{"text", "for people: quote, place, points and better words, then a summary", text_output},
    OutputFormat{"json", "one document with all verdicts and the summary", json_output},
    OutputFormat{"jsonl", "one verdict a line, in the order of the input", jsonl_output},
    OutputFormat{"compact", "path:line:column: severity rule message, one finding a line", compact_output},
    OutputFormat{"csv", "a table with a row for each finding", csv_output},
    OutputFormat{"csv-conversations", "a table with a row for each conversation", csv_conversations_output},
    OutputFormat{"sarif", "SARIF 2.1.0, for code scanning and editors", sarif_output},
    OutputFormat{"junit", "JUnit's XML: a suite for each conversation", junit_output},
    OutputFormat{"github", "annotations of a GitHub workflow", github_output},
    OutputFormat{"gitlab", "GitLab's code quality report", gitlab_output},
    OutputFormat{"markdown", "a comment for a pull request: what is new and who can mend it", markdown_output},
};

}  // namespace

std::span<const OutputFormat> output_formats() { return formats; }

const OutputFormat* output_format_named(std::string_view name) {
  const auto found = std::ranges::find(formats, name, &OutputFormat::name);
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace decant
