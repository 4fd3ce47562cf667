// The program: nothing but the command line, and one net for bugs.
#include <cstdio>
#include <exception>

#include "cli/commands.h"

int main(int argc, char** argv) {
  try {
    return decant::run_command(argc, argv);
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "decant: a bug, please report it: %s\n", bug.what());
    return 2;
  }
}
