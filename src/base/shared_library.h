// A library that few inputs need, loaded when the first of them comes. A program that links it pays at every start, for it and for all
// that it links itself: with a mail parser and an unpacker these are two dozen libraries and a fifth of a small file's time.
#pragma once

#include <string>

namespace decant {

// What the loader knows by a name, and some of its functions. It stays loaded to the end: some libraries do not bear being unloaded.
class SharedLibrary {
 public:
  // Why the functions must not be called: the library is not there, or has not all of them. Empty: they may.
  const std::string& fault() const { return fault_; }

 protected:
  // `name` is that of the library's binary interface, as in "libarchive.so.13"; `package` is what to install.
  SharedLibrary(const char* name, const char* package);

  // REQUIRES: F is what the library's header declares `name` to be. Null, and a fault, if there is no such function.
  template <typename F>
  F function(const char* name) {
    return reinterpret_cast<F>(address_of(name));
  }

 private:
  void* address_of(const char* name);

  void* handle_;
  const char* package_;
  std::string fault_;
};

// The one library of this class, loaded when it is first asked for. By any thread.
template <typename Library>
const Library& loaded() {
  static const Library library;
  return library;
}

// A member that is the library's function of that name, in a class derived from SharedLibrary.
#define DECANT_LIBRARY_FUNCTION(name) decltype(&::name) name = this->template function<decltype(&::name)>(#name)

}  // namespace decant
