/** @file What a handler threw, for the log. */
#pragma once

#include <exception>

namespace aftermint {

/** Writes an error line. Never throws. */
void logHandlerFailure(const std::exception_ptr& failure) noexcept;

}  // namespace aftermint
