// The program: nothing but the command line, and one net for bugs.
#include <malloc.h>

#include <cstdio>
#include <exception>

#include "cli/commands.h"

namespace {

// The heaps of glibc's threads grow by a page at a time, with a system call for each, unless they begin larger. To name one of these
// bounds is to fix the others, so these are set to what a run would bring them to.
void tune_allocation() {
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

}  // namespace

int main(int argc, char** argv) {
  tune_allocation();
  try {
    return decant::run_command(argc, argv);
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "decant: a bug, please report it: %s\n", bug.what());
    return 2;
  }
}
