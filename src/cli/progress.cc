#include "cli/progress.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>

#include <fmt/format.h>

#include "report/figures.h"
#include "report/terminal.h"

namespace decant {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds quiet_time(2000), between_lines(250);

}  // namespace

std::string progress_line(uint64_t done, uint64_t all, double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string out = all ? fmt::format("{} of {}", with_commas(done), counted(all, "file")) : counted(done, "file");
  out += fmt::format(" · {:.0f} a second", rate);
  if (all >= done && rate > 0 && all) out += fmt::format(" · {} left", clock_time(static_cast<double>(all - done) / rate));
  return out;
}

Progress::Progress(std::vector<std::string> paths, WalkOptions options) : is_shown_(is_terminal(STDERR_FILENO)) {
  if (!is_shown_) return;
  counter_ = std::jthread([this, paths = std::move(paths), options = std::move(options)](std::stop_token stop) {
    Walk walk(paths, options);
    uint64_t count = 0;
    while (!stop.stop_requested() && walk.next()) ++count;
    all_ = count;
  });
  shower_ = std::jthread([this](std::stop_token stop) { show(stop); });
}

void Progress::show(std::stop_token stop) {
  const Clock::time_point start = Clock::now();
  bool has_shown = false;
  while (!stop.stop_requested()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto passed = Clock::now() - start;
    if (passed < quiet_time || (passed / std::chrono::milliseconds(50)) % (between_lines / std::chrono::milliseconds(50)) != 0) continue;
    const std::string line = progress_line(done_, all_, std::chrono::duration<double>(passed).count());
    fmt::print(stderr, "\r\033[K{}", line);
    std::fflush(stderr);
    has_shown = true;
  }
  if (has_shown) fmt::print(stderr, "\r\033[K");
}

void Progress::finish() {
  counter_ = {};
  shower_ = {};
}

}  // namespace decant
