#include "transcript/formats/documents.h"

#include "transcript/formats/conversation_json.h"
#include "transcript/mappings.h"

namespace decant {

using json::Kind;
using json::Value;

void DocumentReader::read(json::Document& document, Value value, uint32_t offset,
                          bool may_be_list) {
  const bool is_ours = value["turns"].exists() && place_.block.mapping == nullptr;
  if (!is_ours) {
    const Mapping* mapping = mapping_for(value, place_.block.mapping);
    // Among turns that are documents an object that lacks something is a faulty turn.
    if (mapping == nullptr && reader_ && reader_->mapping().is_turn() && value.is(Kind::object))
      mapping = &reader_->mapping();
    if (mapping != nullptr) {
      read_mapped(*mapping, document, value, offset);
      return;
    }
    if (may_be_list && place_.sink.companion) {
      if (const Companion* const companion = companion_for(value, place_.block)) {
        place_.sink.companion(companion->name);
        return;
      }
    }
  }
  if (may_be_list && !value["turns"].exists() && value["conversations"].is(Kind::array))
    value = value["conversations"];
  if (may_be_list && value.is(Kind::array)) {
    for (Value element : value.items()) read(document, element, offset, false);
    return;
  }
  read_conversation(document, value, {place_.block, offset, place_.lines}, place_.sink);
}

void DocumentReader::read_mapped(const Mapping& mapping, json::Document& document, Value value,
                                 uint32_t offset) {
  if (!reader_ || &reader_->mapping() != &mapping) {
    finish();
    reader_.emplace(mapping, place_.block, place_.lines, place_.sink);
  }
  reader_->read(document, value, offset);
  if (!mapping.is_turn()) reader_->finish();
}

void DocumentReader::finish() {
  if (reader_) reader_->finish();
}

}  // namespace decant
