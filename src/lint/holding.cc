#include "lint/holding.h"

namespace decant {
namespace {

constexpr std::size_t most_memory = 16u << 20;

}  // namespace

Holding::~Holding() {
  if (file_) std::fclose(file_);
}

void Holding::keep(std::unique_ptr<Hearing> hearing, std::size_t contact) {
  entries_.push_back({size_, std::move(hearing), contact});
}

void Holding::keep(std::string_view text) {
  size_ += text.size();
  if (!file_ && memory_.size() + text.size() > most_memory && (file_ = std::tmpfile())) {
    std::fwrite(memory_.data(), 1, memory_.size(), file_);
    memory_ = {};
  }
  // Without room for a temporary file memory has to do.
  if (file_) std::fwrite(text.data(), 1, text.size(), file_);
  else memory_ += text;
}

std::string Holding::read(std::size_t from, std::size_t size) const {
  if (!file_) return memory_.substr(from, size);
  std::string out(size, '\0');
  std::fseek(file_, static_cast<long>(from), SEEK_SET);
  out.resize(std::fread(out.data(), 1, size, file_));
  return out;
}

}  // namespace decant
