// Posts on social media: each row names the post it answers. Threads are found by joining answers
// with what they answer, whatever the order of the rows.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "transcript/formats/csv_rows.h"
#include "transcript/formats/time.h"

namespace decant {
namespace {

struct Post {
  uint32_t begin = 0;  // of its row
  Cell text;
  std::string id, reply_to, author;
  Role role = Role::unknown;
  double time = no_time;
};

// Which posts hang together (disjoint sets, with paths halved while they are walked).
class Threads {
 public:
  explicit Threads(std::size_t posts) : parent_(posts) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t post) {
    while (parent_[post] != post) post = parent_[post] = parent_[parent_[post]];
    return post;
  }
  // The earlier row stays the root, so that threads keep the order of the file.
  void join(std::size_t a, std::size_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

Role role_of(std::string_view inbound) {
  if (equals_in_any_case(inbound, "true") || inbound == "1") return Role::customer;
  if (equals_in_any_case(inbound, "false") || inbound == "0") return Role::agent;
  return Role::unknown;
}

std::vector<Post> read_posts(CsvTable& table, const CsvInput& input, const Sink& sink) {
  const CsvColumns& columns = input.columns;
  std::vector<Post> posts;
  for (Row row; next_row(table, input, sink, row);) {
    Post post;
    post.begin = row.begin;
    post.text = row.cells[*columns.text];
    post.id = row.cells[*columns.post].text();
    if (columns.reply_to) post.reply_to = row.cells[*columns.reply_to].text();
    if (columns.speaker) post.author = row.cells[*columns.speaker].text();
    post.role = role_of(trim(row.cells[*columns.inbound].raw));
    if (columns.start)
      if (const std::optional<Time> time = time_from(row.cells[*columns.start].text()))
        post.time = time->seconds;
    posts.push_back(std::move(post));
  }
  return posts;
}

void write_thread(const std::vector<const Post*>& posts, const CsvInput& input,
                  Transcript& transcript) {
  TurnWriter writer(transcript);
  transcript.channel = "social";
  const double first = posts[0]->time;
  if (!std::isnan(first)) transcript.started = iso_instant(first);
  for (const Post* post : posts) {
    Turn& turn = writer.begin(post->role, post->author);
    turn.start = post->time - first;
    if (post->role == Role::agent && transcript.agent.empty()) transcript.agent = post->author;
    if (post->role == Role::customer && transcript.customer.empty())
      transcript.customer = post->author;
    const SourcedText text = post->text.sourced(input.block.bytes);
    const Span place = text.source(text.text().substr(0, 0));
    if (text.text().empty())
      writer.add("", place);
    else
      text.write(text.text(), writer);
  }
  writer.finish();
  settle(transcript);
}

}  // namespace

void read_post_rows(CsvTable& table, const CsvInput& input, const Sink& sink) {
  const std::vector<Post> posts = read_posts(table, input, sink);
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < posts.size(); ++i) by_id.emplace(posts[i].id, i);
  Threads threads(posts.size());
  for (std::size_t i = 0; i < posts.size(); ++i)
    if (const auto answered = by_id.find(posts[i].reply_to); answered != by_id.end())
      threads.join(i, answered->second);

  std::vector<std::vector<const Post*>> members(posts.size());
  for (std::size_t i = 0; i < posts.size(); ++i) members[threads.root(i)].push_back(&posts[i]);
  for (std::vector<const Post*>& thread : members) {
    if (thread.empty()) continue;
    const uint32_t begin = thread[0]->begin;
    // Where a time is missing the order of the rows is all there is.
    const auto has_time = [](const Post* post) { return !std::isnan(post->time); };
    if (std::ranges::all_of(thread, has_time)) std::ranges::stable_sort(thread, {}, &Post::time);
    if (thread.size() > most_turns) {
      sink.error(too_many_turns(input.lines, begin));
      continue;
    }
    Transcript transcript = start_transcript(input.block, begin, input.lines);
    transcript.id = thread[0]->id;
    write_thread(thread, input, transcript);
    sink.transcript(std::move(transcript));
  }
}

}  // namespace decant
