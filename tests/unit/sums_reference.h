// The sums of a store, computed a second time: by loops over the events, without SQL.
#pragma once

#include <string>
#include <vector>

#include "events/store.h"

namespace aftermint::testing {

/** What `Store::sums` must give for these events, whatever the order they arrive in. */
[[nodiscard]] std::vector<ArmSums> referenceSums(const std::vector<Event>& events, const SumsQuery& query);

/** Every figure of a row in one line, to compare rows and to show what differs. */
[[nodiscard]] std::string lineOf(const ArmSums& sums);
[[nodiscard]] std::vector<std::string> linesOf(const std::vector<ArmSums>& rows);

}  // namespace aftermint::testing
