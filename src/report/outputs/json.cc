// All verdicts and the summary in one document, a verdict on each line so that people can still search and compare it.
#include "report/outputs.h"
#include "report/verdict_json.h"

#ifndef DECANT_VERSION
#define DECANT_VERSION "dev"
#endif

namespace decant {
namespace {

class JsonOutput final : public Output {
 public:
  explicit JsonOutput(const OutputOptions& options) : options_(options) {}

  std::string begin() const override {
    std::string out;
    json::Writer writer(out);
    writer.begin_object().key("decant").begin_object().member("version", DECANT_VERSION).end_object();
    writer.member("pack_hash", options_.pack_hash).key("verdicts");
    return out += "[\n";
  }

  void conversation(const Verdict& verdict, std::string& out) const override {
    json::Writer writer(out);
    write_verdict(verdict, options_, writer);
  }

  std::string_view between() const override { return ",\n"; }

  std::string end(const Summary& summary) const override {
    std::string out = "\n],\"summary\":";
    json::Writer writer(out);
    write_summary(summary, options_, writer);
    return out += "}\n";
  }

 private:
  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Output> json_output(const OutputOptions& options) {
  return std::make_unique<JsonOutput>(options);
}

}  // namespace decant
