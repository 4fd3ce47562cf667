// A mapping as users write it in YAML, for JSON of a shape that nobody knows:
//
//     mapping: acme-desk
//     recognise: ["tickets[].posts[].writer"]
//     conversations: tickets[]
//     fields: {id: number, channel: =email, team: queue}
//     turns: posts[]
//     leave_out: [{when: hidden=true, what: internal note}]
//     text: body
//     markup: html
//     role: writer.kind
//     roles: {staff: agent, guest: customer}
//     speaker: writer.name
//     start: at
//
// Its keys are the members of Mapping; the paths are those of mapping_path.h.
#pragma once

#include "base/result.h"
#include "transcript/mapping.h"
#include "yaml/node.h"

namespace decant {

// The mapping, or all that is wrong with it.
Result<Mapping> read_mapping(const yaml::Node& root);

}  // namespace decant
