// One JSON value, whatever it is: our own shape, a list of conversations, another product's
// document, or a file that belongs to others. Shared by the formats json, jsonl and turns.
#pragma once

#include <optional>

#include "json/document.h"
#include "transcript/formats.h"
#include "transcript/formats/fields.h"
#include "transcript/mapping_reader.h"

namespace decant {

struct DocumentPlace {
  const Block& block;
  SourceLines& lines;  // of the block
  const Sink& sink;
};

class DocumentReader {
 public:
  explicit DocumentReader(const DocumentPlace& place) : place_(place) {}

  // Reads what `document` holds, which starts at `offset` of the block.
  void read(json::Document& document, uint32_t offset) {
    read(document, document.root(), offset, true);
  }
  // Hands out the conversations whose turns are documents of their own.
  void finish();

 private:
  void read(json::Document& document, json::Value value, uint32_t offset, bool may_be_list);
  void read_mapped(const Mapping& mapping, json::Document& document, json::Value value,
                   uint32_t offset);

  const DocumentPlace place_;
  std::optional<MappingReader>
      reader_;  // of the last mapping: what it knows of the files beside it stays
};

}  // namespace decant
