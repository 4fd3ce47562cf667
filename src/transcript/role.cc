#include "transcript/role.h"

#include <algorithm>
#include <array>
#include <string>

namespace decant {
namespace {

struct Word {
  std::string_view label;
  Role role;
};

constexpr std::array<std::string_view, role_count> names = {"agent",  "customer",   "bot",
                                                            "system", "supervisor", "unknown"};

// In order of the label, for the search. Lower case, one space between words.
constexpr Word words[] = {
    {"acd", Role::system},
    {"adviser", Role::agent},
    {"advisor", Role::agent},
    {"agent", Role::agent},
    {"ai", Role::bot},
    {"ai agent", Role::bot},
    {"ai assistant", Role::bot},
    {"assistant", Role::bot},
    {"associate", Role::agent},
    {"auto attendant", Role::bot},
    {"automated agent", Role::bot},
    {"automated assistant", Role::bot},
    {"automated system", Role::bot},
    {"bot", Role::bot},
    {"buyer", Role::customer},
    {"caller", Role::customer},
    {"chat bot", Role::bot},
    {"chatbot", Role::bot},
    {"client", Role::customer},
    {"consultant", Role::agent},
    {"consumer", Role::customer},
    {"contact", Role::customer},
    {"csr", Role::agent},
    {"cust", Role::customer},
    {"custom bot", Role::bot},
    {"customer", Role::customer},
    {"customer care", Role::agent},
    {"customer service", Role::agent},
    {"customer success", Role::agent},
    {"customer support", Role::agent},
    {"developer", Role::system},
    {"digital assistant", Role::bot},
    {"employee", Role::agent},
    {"end user", Role::customer},
    {"enduser", Role::customer},
    {"event", Role::system},
    {"external", Role::customer},
    {"guest", Role::customer},
    {"help desk", Role::agent},
    {"helpdesk", Role::agent},
    {"human agent", Role::agent},
    {"internal", Role::agent},
    {"ivr", Role::bot},
    {"kunde", Role::customer},
    {"kundin", Role::customer},
    {"manager", Role::supervisor},
    {"member", Role::customer},
    {"mitarbeiter", Role::agent},
    {"mitarbeiterin", Role::agent},
    {"operator", Role::agent},
    {"passenger", Role::customer},
    {"patient", Role::customer},
    {"policyholder", Role::customer},
    {"rep", Role::agent},
    {"representative", Role::agent},
    {"robot", Role::bot},
    {"service", Role::agent},
    {"shopper", Role::customer},
    {"specialist", Role::agent},
    {"subscriber", Role::customer},
    {"supervisor", Role::supervisor},
    {"support", Role::agent},
    {"system", Role::system},
    {"team lead", Role::supervisor},
    {"team leader", Role::supervisor},
    {"tool", Role::system},
    {"user", Role::customer},
    {"virtual agent", Role::bot},
    {"virtual assistant", Role::bot},
    {"visitor", Role::customer},
    {"voice bot", Role::bot},
    {"voicebot", Role::bot},
};
static_assert(std::ranges::is_sorted(words, {}, &Word::label));

// "Support Agent", "Service Rep", "Billing Specialist": the last of several words says it, when it
// is one of these.
constexpr std::string_view job_words[] = {"adviser",    "advisor",        "agent", "associate",
                                          "consultant", "representative", "rep",   "specialist"};

constexpr std::size_t longest_label = 64;

// Lower case, one space for '_', '-' and runs of space; without brackets and what they hold, and
// without numbers and punctuation at the end.
std::string simplified(std::string_view label) {
  std::string out;
  int depth = 0;
  for (char c : label) {
    if (c == '(' || c == '[' || c == '<' || c == '{') ++depth;
    const bool is_inside = depth > 0;
    if ((c == ')' || c == ']' || c == '>' || c == '}') && depth > 0) --depth;
    if (is_inside) continue;
    if (c == '_' || c == '-' || c == ' ' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
  }
  while (!out.empty() &&
         std::string_view(" 0123456789#.:*").find(out.back()) != std::string_view::npos)
    out.pop_back();
  return out;
}

std::optional<Role> exact(std::string_view label) {
  const auto found = std::ranges::lower_bound(words, label, {}, &Word::label);
  if (found == std::end(words) || found->label != label) return std::nullopt;
  return found->role;
}

}  // namespace

std::string_view name(Role role) {
  return names[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Role>(found - names.begin());
}

std::optional<Role> role_of_label(std::string_view label) {
  if (label.empty() || label.size() > longest_label) return std::nullopt;
  const std::string simple = simplified(label);
  if (const std::optional<Role> role = exact(simple)) return role;
  const std::size_t space = simple.rfind(' ');
  if (space == std::string::npos) return std::nullopt;
  const std::string_view last = std::string_view(simple).substr(space + 1);
  if (std::ranges::find(job_words, last) == std::end(job_words)) return std::nullopt;
  return Role::agent;
}

}  // namespace decant
