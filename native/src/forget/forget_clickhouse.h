/** @file Erases one visitor from a store in ClickHouse. */
#pragma once

#include <string>

#include "forget/forget_visitor.h"

namespace aftermint {

/** `forgetVisitor` for a store in ClickHouse. After an error a repeat completes what was begun. Throws StoreError. */
[[nodiscard]] Forgotten forgetInClickHouse(const std::string& url, const std::string& visitor,
                                           const ForgetOptions& options);

}  // namespace aftermint
