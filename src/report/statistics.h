// What a run came to by rule, agent, team and channel.
#pragma once

#include <string>

#include "json/writer.h"
#include "lint/summary.h"
#include "report/passage.h"

namespace decant {

// Tables, for people.
void write_statistics(const Summary& summary, const Sheet& sheet, std::string& out);

// One object: "agents", "teams", "channels", each a list. What there is of rules stands in the summary already.
void write_statistics(const Summary& summary, json::Writer& writer);

}  // namespace decant
