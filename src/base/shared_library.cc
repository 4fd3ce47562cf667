#include "base/shared_library.h"

#include <dlfcn.h>

namespace decant {

SharedLibrary::SharedLibrary(const char* name, const char* package) : handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)), package_(package) {
  if (!handle_) fault_ = std::string("the library ") + name + " cannot be loaded; install " + package;
}

void* SharedLibrary::address_of(const char* name) {
  void* const address = handle_ ? ::dlsym(handle_, name) : nullptr;
  if (!address && fault_.empty()) fault_ = std::string("the installed library has no function ") + name + "; install a newer " + package_;
  return address;
}

}  // namespace decant
