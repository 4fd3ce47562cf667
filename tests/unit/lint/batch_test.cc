#include "lint/batch.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "input/read.h"
#include "unit/input/folder.h"
#include "unit/rule/books.h"

namespace decant {
namespace {

// Writes verdicts down: "name:line:column text" of each finding, "name: what" of each error.
class Notes : public BatchListener {
 public:
  void render(const Verdict& verdict, std::string& text) const override {
    const std::string name = verdict.path.substr(verdict.path.rfind('/') + 1);
    text += name + ' ' + verdict.id + '\n';
    for (const Finding& f : verdict.findings)
      text += name + ':' + std::to_string(f.at.line) + ':' + std::to_string(f.at.column) + ' ' + f.text + '\n';
    for (const Error& error : verdict.errors) text += name + ": " + error.what + '\n';
  }
  bool tell(std::string text, const Errors& told) override {
    all += text;
    for (const Error& error : told) errors.push_back(error.place.path.substr(error.place.path.rfind('/') + 1) + ": " + error.what);
    return --patience > 0;
  }

  std::string all;
  std::vector<std::string> errors;
  int patience = 1'000'000;
};

struct Hall {
  Book book = read_book({pack_of("p", "  - {id: no, kind: forbid, message: m, points: 5, find: \"we can't\"}\n")});
  Scorecard card = read_card(book);
  Folder folder;

  BatchEnd lint(BatchListener& notes, BatchOptions options = {}) const {
    Walk walk({folder.path()}, {});
    return lint_batch(walk, *book, card, options, notes);
  }
  std::string all(int jobs) const {
    Notes notes;
    lint(notes, {.jobs = jobs});
    return notes.all;
  }
};

std::string conversation(int i, bool is_fault) {
  return R"({"id":"c)" + std::to_string(i) + R"(","turns":[{"role":"agent","text":")" + (is_fault ? "sorry, we can't" : "of course we can") + "\"}]}\n";
}

TEST_CASE("many files give the same text in the same order for any number of jobs") {
  Hall hall;
  for (int i = 0; i < 300; ++i) {
    const std::string name = "f" + std::to_string(1000 + i);
    if (i % 7 == 0) hall.folder.write(name + ".jsonl", conversation(i, i % 2 == 0) + conversation(i + 1000, true));
    else if (i % 11 == 0) hall.folder.write(name + ".bin", std::string("\0\1\2\0", 4));
    else if (i % 13 == 0) hall.folder.write(name + ".txt", "");
    else hall.folder.write(name + ".txt", "Agent: Hello, we can't.\nCustomer: Oh.\n");
  }
  const std::string one = hall.all(1);
  CHECK(one.find("f1001.txt:1:15 we can't\n") != std::string::npos);
  for (const int jobs : {2, 8, 33}) CHECK((hall.all(jobs) == one));
  Notes notes;
  const BatchEnd end = hall.lint(notes, {.jobs = 8});
  CHECK_FALSE(end.was_stopped);
  CHECK(end.summary.files == 300);
  CHECK(end.summary.errors == notes.errors.size());
  CHECK(end.summary.errors > 20);
}

TEST_CASE("a large file is read in parts without loss, and its lines are counted through") {
  Hall hall;
  std::string whole, expected;
  for (int i = 0; whole.size() < 3 * block_bytes - 1000; ++i) {
    const bool is_fault = i % 1000 == 0;
    whole += conversation(i, is_fault);
    expected += "big.jsonl c" + std::to_string(i) + '\n';
    if (is_fault) expected += "big.jsonl:" + std::to_string(i + 1) + ':' + std::to_string(std::to_string(i).size() + 51) + " we can't\n";
  }
  hall.folder.write("big.jsonl", whole);
  for (const int jobs : {1, 2, 8}) {
    CAPTURE(jobs);
    CHECK((hall.all(jobs) == expected));
  }
}

TEST_CASE("a file that ends where a block ends is no shorter for it, and not without conversations") {
  Hall hall;
  std::string whole;
  int count = 0;
  for (; whole.size() < block_bytes - 300; ++count) whole += conversation(count, false);
  std::string last = conversation(count++, true);
  last.insert(last.size() - 1, block_bytes - whole.size() - last.size(), ' ');
  whole += last;
  REQUIRE(whole.size() == block_bytes);
  hall.folder.write("exact.jsonl", whole);
  hall.folder.write("more.jsonl", whole + "\n\n");
  Notes notes;
  const BatchEnd end = hall.lint(notes);
  CHECK(notes.errors.empty());
  CHECK(end.summary.conversations == 2 * uint64_t(count));
}

TEST_CASE("a line longer than a block is one conversation") {
  Hall hall;
  std::string line = conversation(1, true);
  line.insert(line.find("sorry"), block_bytes + 12345, 'x');
  hall.folder.write("long.jsonl", conversation(0, false) + line + conversation(2, true));
  const std::string all = hall.all(2);
  CHECK(all.find("long.jsonl c1\nlong.jsonl:2:") != std::string::npos);
  CHECK(all.find("long.jsonl c2\nlong.jsonl:3:52 we can't\n") != std::string::npos);
}

TEST_CASE("workers share the parts of a large file") {
  // Holds the worker that renders first until another one does.
  class Crowd final : public Notes {
   public:
    void render(const Verdict&, std::string&) const override {
      std::unique_lock lock(mutex_);
      threads_.insert(std::this_thread::get_id());
      changed_.notify_all();
      changed_.wait_for(lock, std::chrono::seconds(patience_), [&] { return threads_.size() > 1; });
      patience_ = 0;
    }
    std::size_t threads() const { return threads_.size(); }

   private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    mutable std::set<std::thread::id> threads_;
    mutable int patience_ = 20;
  };
  Hall hall;
  std::string whole;
  for (int i = 0; whole.size() < 2 * block_bytes + block_bytes / 2; ++i) whole += conversation(i, false);
  hall.folder.write("big.jsonl", whole);
  Crowd crowd;
  hall.lint(crowd, {.jobs = 2});
  CHECK(crowd.threads() == 2);
}

TEST_CASE("what cannot be read is told and the rest goes on") {
  Hall hall;
  hall.folder.write("a-empty.txt", "");
  hall.folder.write("b-blank.txt", " \n\r\n\t");
  hall.folder.write("c-binary.txt", std::string("a\0b", 3));
  hall.folder.write("d-good.txt", "Agent: Sorry, we can't.\nCustomer: Oh\n");
  hall.folder.write("e-broken.jsonl", conversation(0, true) + "{\"turns\": [\n" + conversation(2, true));
  for (const int jobs : {1, 8}) {
    CAPTURE(jobs);
    Notes notes;
    Walk walk({hall.folder.path(), hall.folder / "missing.txt"}, {});
    const BatchEnd end = lint_batch(walk, *hall.book, hall.card, {.jobs = jobs}, notes);
    REQUIRE(notes.errors.size() == 5);
    CHECK(notes.errors[0] == "a-empty.txt: the file is empty");
    CHECK(notes.errors[1] == "b-blank.txt: the file is empty");
    CHECK(notes.errors[2] == "c-binary.txt: not a transcript: the file is binary");
    CHECK(notes.errors[3].starts_with("e-broken.jsonl: "));
    CHECK(notes.errors[4] == "missing.txt: cannot open the file: No such file or directory");
    CHECK(end.summary.conversations == 3);
    CHECK(end.summary.errors == 5);
    CHECK(notes.all.find("d-good.txt:1:15 we can't") != std::string::npos);
    CHECK(notes.all.find("e-broken.jsonl:3:52 we can't") != std::string::npos);
  }
}

TEST_CASE("bytes that are no UTF-8 are repaired, and said to be") {
  Hall hall;
  hall.folder.write("a.txt", "Agent: caf\xE9 \xFF we can't\nCustomer: Oh\n");
  class Warned final : public Notes {
   public:
    void render(const Verdict& verdict, std::string& text) const override {
      Notes::render(verdict, text);
      for (const std::string& warning : verdict.warnings) text += "warned: " + warning + '\n';
    }
  } notes;
  hall.lint(notes);
  CHECK(notes.all.find("a.txt:1:19 we can't\n") != std::string::npos);
  CHECK(notes.all.find("warned: 2 bytes that stand for no character were repaired") != std::string::npos);
}

TEST_CASE("a listener that has heard enough ends the run") {
  Hall hall;
  for (int i = 0; i < 200; ++i) hall.folder.write("f" + std::to_string(1000 + i), "Agent: Sorry, we can't.\nCustomer: Oh\n");
  for (const int jobs : {1, 8}) {
    Notes notes;
    notes.patience = 3;
    CHECK(hall.lint(notes, {.jobs = jobs}).was_stopped);
    CHECK(std::count(notes.all.begin(), notes.all.end(), ':') == 3 * 2);
  }
}

TEST_CASE("a run that is stopped from outside says so, and makes up no errors") {
  Hall hall;
  for (int i = 0; i < 50; ++i) hall.folder.write("f" + std::to_string(1000 + i), "Agent: Sorry, we can't.\nCustomer: Oh\n");
  std::atomic<bool> stop = true;
  Notes none;
  CHECK(hall.lint(none, {.jobs = 4, .stop = &stop}).was_stopped);
  CHECK(none.all == "");
  CHECK(none.errors.empty());

  class Stopping final : public Notes {
   public:
    explicit Stopping(std::atomic<bool>& stop) : stop_(stop) {}
    void render(const Verdict& verdict, std::string& text) const override {
      Notes::render(verdict, text);
      stop_ = true;
    }

   private:
    std::atomic<bool>& stop_;
  };
  stop = false;
  Stopping notes(stop);
  CHECK(hall.lint(notes, {.jobs = 2, .stop = &stop}).was_stopped);
  CHECK(notes.errors.empty());
}

TEST_CASE("no files, no findings") {
  Hall hall;
  Notes notes;
  const BatchEnd end = hall.lint(notes, {.jobs = 8});
  CHECK(end.summary.files == 0);
  CHECK_FALSE(end.was_stopped);
  CHECK(notes.all == "");
}

}  // namespace
}  // namespace decant
