// Verdicts and summaries as JSON objects: the canonical form that every output in JSON shares and `decant merge` reads.
#pragma once

#include "json/writer.h"
#include "lint/summary.h"
#include "lint/verdict.h"
#include "report/outputs.h"

namespace decant {

// One object on one line. path, id, channel and agent are always there, other facts only where known.
void write_verdict(const Verdict& verdict, const OutputOptions& options, json::Writer& writer);

// One object on one line; rules by name.
void write_summary(const Summary& summary, const OutputOptions& options, json::Writer& writer);

}  // namespace decant
