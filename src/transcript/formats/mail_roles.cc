#include "transcript/formats/mail_roles.h"

#include <fmt/format.h>

#include <algorithm>

namespace decant {
namespace {

std::string_view domain_of(std::string_view address) {
  const std::size_t at = address.rfind('@');
  return at == std::string_view::npos ? std::string_view() : address.substr(at + 1);
}

bool is_shared(std::string_view address) {
  constexpr std::string_view mailboxes[] = {"care",     "contact",  "customercare",     "customerservice", "customer-service", "customer.service", "help",
                                            "helpdesk", "kontakt",  "kundenservice",    "service",         "support",          "supportteam"};
  const std::string_view local = address.substr(0, std::min(address.find('@'), address.find('+')));
  return !domain_of(address).empty() && std::ranges::find(mailboxes, local) != std::end(mailboxes);
}

}  // namespace

Role MailRoles::of(const Mail& mail) const {
  if (mailbox.empty() || mail.address.empty()) return Role::unknown;
  return domain_of(mail.address) == domain_of(mailbox) ? Role::agent : Role::customer;
}

std::string MailRoles::reason() const {
  return fmt::format("whoever writes from {} is taken for an agent: the thread has the mailbox \"{}\" there", domain_of(mailbox),
                     mailbox.substr(0, mailbox.find('@')));
}

MailRoles mail_roles(const std::vector<const Mail*>& thread) {
  MailRoles out;
  const auto see = [&](const std::string& address) {
    if (!is_shared(address)) return true;
    // Two companies that write to each other's support: nobody can tell who serves whom.
    if (!out.mailbox.empty() && domain_of(out.mailbox) != domain_of(address)) return false;
    if (out.mailbox.empty()) out.mailbox = address;
    return true;
  };
  for (const Mail* mail : thread) {
    bool is_clear = see(mail->address);
    for (const std::string& recipient : mail->recipients) is_clear = is_clear && see(recipient);
    if (!is_clear) return {};
  }
  return out;
}

}  // namespace decant
