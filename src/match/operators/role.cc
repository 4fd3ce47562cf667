// role: whose words are looked at, instead of those the rule speaks of. So a step of `then` can be the customer's.
#include "match/operators/rows.h"
#include "match/read_roles.h"

namespace decant {
namespace {

class OfRole final : public Matcher {
 public:
  OfRole(std::unique_ptr<Matcher> inner, RoleSet roles) : inner_(std::move(inner)), roles_(roles) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    Scope own = scope;
    own.roles = roles_;
    inner_->find(scene, own, hits);
  }

  MatcherInfo info() const override {
    std::string roles;
    for (int role = 0; role < role_count; ++role)
      if (roles_.has(static_cast<Role>(role))) roles += std::string(" ") + std::string(name(static_cast<Role>(role)));
    return {"role" + roles, {}, {{"find", inner_.get(), roles_}}};
  }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_;
  RoleSet roles_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  const auto roles = read_roles(value, context.reader);
  if (!inner || !roles) return nullptr;
  return std::make_unique<OfRole>(std::move(inner), *roles);
}

}  // namespace

Operator role_operator() { return {"role", "whose words are looked at", true, read, roles_shape()}; }

}  // namespace decant
