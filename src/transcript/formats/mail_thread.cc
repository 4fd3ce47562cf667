#include "transcript/formats/mail_thread.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>

#include "transcript/formats/fields.h"

namespace decant {
namespace {

// Sets that grow together.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  std::size_t of(std::size_t one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);  // the first mail of the file stands for them
  }

 private:
  std::vector<std::size_t> parent_;
};

// "Re: AW: [#12] Plums" → "[#12] plums".
std::string plain_subject(std::string_view subject, bool& is_answer) {
  constexpr std::string_view prefixes[] = {"re", "aw", "fw", "fwd", "wg", "tr", "rv", "sv", "antw", "r", "res", "vs", "odp"};
  std::string text;
  for (const char c : trim(subject)) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  std::string_view rest = text;
  is_answer = false;
  for (;;) {
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos) break;
    const std::string_view prefix = rest.substr(0, std::min(colon, rest.find_first_of("[(")));
    if (std::ranges::find(prefixes, prefix) == std::end(prefixes)) break;
    is_answer = true;
    rest = trim(rest.substr(colon + 1));
  }
  return std::string(rest);
}

std::set<std::string> people(const Mail& mail) {
  std::set<std::string> out(mail.recipients.begin(), mail.recipients.end());
  out.insert(mail.address);
  return out;
}

bool share_two(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::size_t common = 0;
  for (const std::string& one : a) common += b.count(one);
  return common >= 2;
}

}  // namespace

std::vector<MailThread> mail_threads(const std::vector<PlacedMail>& mails) {
  Groups groups(mails.size());
  std::vector<bool> is_copy(mails.size());
  std::unordered_map<std::string, std::size_t> by_id;    // what was named, by the first mail that names it
  std::unordered_map<std::string, std::size_t> written;  // mails that are there
  std::unordered_map<std::string, std::vector<std::size_t>> by_subject;
  for (std::size_t i = 0; i < mails.size(); ++i) {
    const Mail& mail = mails[i].mail;
    is_copy[i] = !mail.id.empty() && !written.emplace(mail.id, i).second;
    const auto named = [&](const std::string& id) {
      if (!id.empty()) groups.join(i, by_id.emplace(id, i).first->second);
    };
    named(mail.id);
    for (const std::string& id : mail.answers) named(id);
    bool is_answer = false;
    const std::string subject = plain_subject(mail.subject, is_answer);
    if (subject.empty()) continue;
    std::vector<std::size_t>& same = by_subject[subject];
    // Two mails of one subject are no thread yet: one of them must say that it is an answer, and not to what.
    if (is_answer && mail.answers.empty()) {
      const auto from = std::find_if(same.rbegin(), same.rend(), [&](std::size_t other) { return share_two(people(mail), people(mails[other].mail)); });
      if (from != same.rend()) groups.join(i, *from);
    }
    // Only the last ones are looked at again, or a list of a hundred thousand would take a day.
    if (same.size() == 32) same.erase(same.begin());
    same.push_back(i);
  }
  std::map<std::size_t, MailThread> threads;
  for (std::size_t i = 0; i < mails.size(); ++i) {
    MailThread& thread = threads[groups.of(i)];
    if (is_copy[i]) ++thread.copies;
    else thread.mails.push_back(i);
  }
  std::vector<MailThread> out;
  for (auto& [first, thread] : threads) {
    // A mail without a date keeps its place behind the one before it.
    std::vector<std::pair<double, std::size_t>> dated;
    double date = -HUGE_VAL;
    for (const std::size_t i : thread.mails) dated.emplace_back(date = mails[i].mail.date.value_or(date), i);
    std::ranges::stable_sort(dated, {}, &std::pair<double, std::size_t>::first);
    std::ranges::transform(dated, thread.mails.begin(), &std::pair<double, std::size_t>::second);
    out.push_back(std::move(thread));
  }
  return out;
}

}  // namespace decant
