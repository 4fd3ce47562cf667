// One verdict a line, as it comes: for pipes, for very large runs and for `decant merge`.
#include "report/outputs.h"
#include "report/verdict_json.h"

namespace decant {
namespace {

class JsonlOutput final : public Output {
 public:
  explicit JsonlOutput(const OutputOptions& options) : options_(options) {}

  void conversation(const Verdict& verdict, std::string& out) const override {
    json::Writer writer(out);
    write_verdict(verdict, options_, writer);
    out += '\n';
  }

  std::string end(const Summary&) const override { return {}; }

 private:
  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Output> jsonl_output(const OutputOptions& options) {
  return std::make_unique<JsonlOutput>(options);
}

}  // namespace decant
