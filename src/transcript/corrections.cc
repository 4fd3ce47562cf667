#include "transcript/corrections.h"

#include <algorithm>

namespace decant {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Bytes of other alphabets are letters too.
bool is_of_word(char c) {
  const char small = lower(c);
  return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool stands_at(std::string_view heard, std::string_view words, std::size_t at) {
  if (words.size() - at < heard.size()) return false;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const char c = words[at + i];
    if (heard[i] == ' ' ? c != ' ' : lower(c) != heard[i]) return false;
  }
  const std::size_t end = at + heard.size();
  return end == words.size() || !is_of_word(words[end]) || !is_of_word(heard.back());
}

const Correction* at_word(std::span<const Correction> corrections, std::string_view words, std::size_t at) {
  const Correction* best = nullptr;
  for (const Correction& one : corrections)
    if ((!best || one.heard.size() > best->heard.size()) && stands_at(one.heard, words, at)) best = &one;
  return best;
}

struct Change {
  Span words;
  const Correction* by;
  uint32_t moved_to = 0;  // where it begins in the new words
};

std::vector<Change> changes_in(const std::string& words, std::span<const Correction> corrections) {
  std::vector<Change> out;
  for (std::size_t at = 0; at < words.size();) {
    const bool is_start = at == 0 || !is_of_word(words[at - 1]);
    const Correction* by = is_start ? at_word(corrections, words, at) : nullptr;
    if (!by) {
      ++at;
      continue;
    }
    out.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(at + by->heard.size())}, by, 0});
    at += by->heard.size();
  }
  return out;
}

}  // namespace

void correct(Transcript& transcript, std::span<const Correction> corrections) {
  std::vector<Change> changes = changes_in(transcript.words, corrections);
  if (changes.empty()) return;
  std::string words;
  SpanMap source;
  uint32_t done = 0;
  const auto copy_to = [&](uint32_t end) {
    source.append(transcript.source, {done, end}, static_cast<uint32_t>(words.size()));
    words.append(transcript.words, done, end - done);
    done = end;
  };
  for (Change& change : changes) {
    copy_to(change.words.begin);
    const Span original = transcript.source.original(change.words);
    source.add(static_cast<uint32_t>(words.size()), static_cast<uint32_t>(change.by->meant.size()), original.begin, original.size(), true);
    change.moved_to = static_cast<uint32_t>(words.size());
    words += change.by->meant;
    done = change.words.end;
  }
  copy_to(static_cast<uint32_t>(transcript.words.size()));

  // Where a position of the old words is in the new ones; inside a change, at its beginning.
  const auto moved = [&](uint32_t at) {
    const auto after = std::ranges::upper_bound(changes, at, {}, [](const Change& change) { return change.words.begin; });
    if (after == changes.begin()) return at;
    const Change& last = *(after - 1);
    if (at < last.words.end) return last.moved_to;
    return last.moved_to + static_cast<uint32_t>(last.by->meant.size()) + (at - last.words.end);
  };
  for (Turn& turn : transcript.turns) turn.text = {moved(turn.text.begin), moved(turn.text.end)};
  for (WordTime& word : transcript.word_times) word.at = moved(word.at);
  transcript.words = std::move(words);
  transcript.source = std::move(source);
}

}  // namespace decant
