#include "base/shared_library.h"

#include <doctest/doctest.h>
#include <zlib.h>

namespace decant {

// Declared, as a header of another version might declare it, and nowhere to be found.
extern "C" double no_such_function_of_zlib(double);

namespace {

struct Zlib : SharedLibrary {
  explicit Zlib(const char* name) : SharedLibrary(name, "zlib1g") {}
  DECANT_LIBRARY_FUNCTION(crc32);
};

struct NewerZlib : Zlib {
  NewerZlib() : Zlib("libz.so.1") {}
  decltype(&no_such_function_of_zlib) newer = function<decltype(&no_such_function_of_zlib)>("no_such_function_of_zlib");
};

TEST_CASE("a library's functions can be called once it is loaded") {
  const Zlib loaded("libz.so.1");
  REQUIRE(loaded.fault().empty());
  CHECK(loaded.crc32(0, reinterpret_cast<const Bytef*>("123456789"), 9) == 0xCBF43926);
}

TEST_CASE("what cannot be loaded says what to install") {
  const Zlib missing("libzlib-of-nobody.so.1");
  CHECK(missing.fault() == "the library libzlib-of-nobody.so.1 cannot be loaded; install zlib1g");
  const NewerZlib old;
  CHECK(old.fault() == "the installed library has no function no_such_function_of_zlib; install a newer zlib1g");
}

}  // namespace
}  // namespace decant
