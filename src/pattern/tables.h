// Tables that lie compiled in as plain bytes and are used where they lie: what is written one after the other is read in that order.
// Nothing is parsed, copied or relocated when the program starts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace decant {

// Where each table begins, so that any plain type can be read there. The bytes as a whole must begin at such a place too.
inline constexpr std::size_t table_alignment = 16;

class TableWriter {
 public:
  template <typename T>
  void put(std::span<const T> table) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= table_alignment);
    const uint64_t size = table.size();
    append(&size, sizeof size);
    append(table.data(), table.size_bytes());
  }
  std::string take() { return std::move(bytes_); }

 private:
  void append(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
    bytes_.resize((bytes_.size() + table_alignment - 1) / table_alignment * table_alignment);
  }
  std::string bytes_;
};

// REQUIRES: the bytes are a TableWriter's, of this version of decant, and outlive what is read.
class TableReader {
 public:
  explicit TableReader(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  std::span<const T> get() {
    uint64_t size;
    std::memcpy(&size, rest_.data(), sizeof size);
    skip(sizeof size);
    const std::span<const T> table(reinterpret_cast<const T*>(rest_.data()), size);
    skip(table.size_bytes());
    return table;
  }

 private:
  void skip(std::size_t size) { rest_.remove_prefix((size + table_alignment - 1) / table_alignment * table_alignment); }
  std::string_view rest_;
};

// A table that is either made here or lies compiled in.
template <typename T>
class Table {
 public:
  Table() = default;
  explicit Table(std::span<const T> compiled) : view_(compiled) {}
  Table(Table&&) noexcept = default;
  Table& operator=(Table&&) noexcept = default;
  Table& operator=(std::vector<T> made) {
    made_ = std::move(made);
    view_ = made_;
    return *this;
  }

  const T& operator[](std::size_t index) const { return view_[index]; }
  std::size_t size() const { return view_.size(); }
  std::span<const T> view() const { return view_; }

 private:
  std::vector<T> made_;
  std::span<const T> view_;  // of made_, whose content stays where it is when this is moved
};

}  // namespace decant
