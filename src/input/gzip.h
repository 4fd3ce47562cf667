// What gzip has compressed, with its checksums looked at: a byte that was changed on the way is an
// error, and not other words that nobody said. libarchive, which reads all else, passes these
// checksums over. The door of zlib.
#pragma once

#include <memory>

#include "input/byte_source.h"

namespace decant {

// `packed` starts with gzip's magic number. Several such files one behind the other are one; what
// follows and is none is left out.
std::unique_ptr<ByteSource> gunzipped(std::unique_ptr<ByteSource> packed);

}  // namespace decant
