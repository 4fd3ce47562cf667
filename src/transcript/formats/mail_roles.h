// Who of a thread's writers works for the company. A mail says who writes, not for whom; but a shared mailbox such as support@
// belongs to the company that the customer wrote to, and so does everybody of its domain.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "transcript/formats/mime.h"
#include "transcript/role.h"

namespace decant {

struct MailRoles {
  std::string mailbox;  // the shared one that tells; empty if there is none, and then every role is unknown

  Role of(const Mail& mail) const;
  // Why, in one sentence. REQUIRES: there is such a mailbox.
  std::string reason() const;
};

MailRoles mail_roles(const std::vector<const Mail*>& thread);

}  // namespace decant
