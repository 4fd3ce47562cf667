// A build step: reads rules/, checks it as strictly as a user's packs, and writes it as C++ tables, so that decant starts
// without reading YAML and a broken pack breaks the build.
//
// What became of the packs' patterns goes to OUT.patterns, and what these wake to OUT.wakes: plain bytes that the assembler takes in as
// they are. As text, millions of numbers would keep a compiler busy for minutes.
//
//   embed OUT LEXICON SCORECARD PACK...
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "pattern/tables.h"
#include "rule/rule_book.h"
#include "score/scorecard.h"
#include "yaml/node.h"

namespace decant {
namespace {

using DocumentPtr = std::unique_ptr<yaml::Document>;

void print(const Errors& errors) {
  for (const Error& error : errors) std::fputs(describe(error).c_str(), stderr);
}

std::string literal(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 100 == 0) out += i ? "\"\n  \"" : "\"";
    const auto c = static_cast<unsigned char>(text[i]);
    // Octal escapes of three digits cannot run into what follows.
    if (c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '?') out += static_cast<char>(c);
    else out += fmt::format("\\{:03o}", c);
  }
  return out.empty() ? "\"\"" : out + '"';
}

// The path as users know it: "builtin:rules/cant-vocabulary.yaml".
std::string shown_path(const std::string& path) {
  const std::size_t rules = path.rfind("rules/");
  return "builtin:" + path.substr(rules == std::string::npos ? 0 : rules);
}

std::string tables(const yaml::Document& document, std::size_t number) {
  std::string out = fmt::format("constexpr yaml::Record records_{}[] = {{\n", number);
  for (const yaml::Record& r : document.records)
    out += fmt::format("{{yaml::Kind({}),{},{},{},{},{},{}}},\n", int(r.kind), r.is_plain, r.text, r.text_size, r.nodes,
                       r.line, r.column);
  out += "};\n";
  out += fmt::format("constexpr std::string_view text_{}{{{}, {}}};\n", number, literal(document.text), document.text.size());
  return out;
}

std::string tree(const yaml::Document& document, std::size_t number) {
  return fmt::format("{{{}, {{}}, records_{}, text_{}, {}u}}", literal(shown_path(document.path)), number, number,
                     yaml::content_hash(document.tree));
}

using Readings = std::vector<std::pair<uint32_t, PatternId>>;

std::string phrases(Readings readings, std::size_t number) {
  std::sort(readings.begin(), readings.end());
  readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
  std::string out = fmt::format("constexpr CompiledPhrase phrases_{}[] = {{\n", number);
  for (const auto& [node, id] : readings) out += fmt::format("{{{},{}}},\n", node, id);
  return out + "};\n";
}

// The bytes of `file`, in the program's constant data: from decant_NAME_begin to decant_NAME_end.
std::string included(const std::string& name, const std::string& file) {
  return fmt::format(R"(asm(R"-(
  .pushsection .rodata
  .balign {0}
decant_{1}_begin:
  .incbin "{2}"
decant_{1}_end:
  .popsection
)-");
extern "C" {{
[[gnu::visibility("hidden")]] extern const char decant_{1}_begin[];
[[gnu::visibility("hidden")]] extern const char decant_{1}_end[];
}}

)", table_alignment, name, file);
}

bool write(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

int run(const std::vector<std::string>& arguments) {
  std::vector<DocumentPtr> documents;
  bool is_sound = true;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    std::ifstream stream(arguments[i], std::ios::binary);
    auto parsed = yaml::parse(arguments[i], {std::istreambuf_iterator<char>(stream), {}});
    if (parsed) {
      documents.push_back(std::move(*parsed));
    } else {
      print(parsed.errors());
      is_sound = false;
    }
  }
  if (!is_sound) return 1;

  std::vector<PackFile> packs;
  std::vector<Readings> readings(documents.size());
  for (std::size_t i = 2; i < documents.size(); ++i) packs.push_back({documents[i]->tree, false, {}, &readings[i]});
  auto book = read_rule_book(packs, documents[0]->tree);
  if (!book) return print(book.errors()), 1;
  const auto card = read_scorecard(documents[1]->tree, **book);
  if (!card) return print(card.errors()), 1;

  build(**book, card->must_say.get());
  const std::string patterns = arguments[0] + ".patterns", wakes = arguments[0] + ".wakes";
  TableWriter writer;
  (*book)->added.wakes.store(writer);
  if (!write(patterns, (*book)->patterns.compiled()) || !write(wakes, writer.take())) return 1;

  std::string out = "// Written by embed.cc from rules/.\n#include \"rule/builtin.h\"\n\n"
                    "#ifdef __clang__\n#pragma clang diagnostic ignored \"-Woverlength-strings\"\n#endif\n\n"
                    + included("patterns", patterns) + included("wakes", wakes) + "namespace decant {\nnamespace {\n\n";
  for (std::size_t i = 0; i < documents.size(); ++i) out += tables(*documents[i], i);
  for (std::size_t i = 2; i < documents.size(); ++i) out += phrases(readings[i], i);
  out += "const PackFile packs[] = {\n";
  for (std::size_t i = 2; i < documents.size(); ++i)
    out += fmt::format("{{{}, true, phrases_{}, nullptr}},\n", tree(*documents[i], i), i);
  out += "};\nconst yaml::Tree lexicon = " + tree(*documents[0], 0) + ";\n";
  out += "const yaml::Tree scorecard = " + tree(*documents[1], 1) + ";\n";
  out += "\n}  // namespace\n\nstd::span<const PackFile> builtin_packs() { return packs; }\n";
  out += "CompiledTables builtin_tables() {\n  return {{decant_patterns_begin, decant_patterns_end}, {decant_wakes_begin, decant_wakes_end}};\n}\n";
  out += "const yaml::Tree& builtin_lexicon() { return lexicon; }\n";
  out += "const yaml::Tree& builtin_scorecard() { return scorecard; }\n\n}  // namespace decant\n";
  return write(arguments[0] + ".cc", out) ? 0 : 1;
}

}  // namespace
}  // namespace decant

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("usage: embed OUT LEXICON SCORECARD PACK...\n", stderr);
    return 1;
  }
  return decant::run({argv + 1, argv + argc});
}
