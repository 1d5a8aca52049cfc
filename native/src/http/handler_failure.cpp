#include "http/handler_failure.h"

#include "log.h"

namespace aftermint {

void logHandlerFailure(const std::exception_ptr& failure) noexcept {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    logError("a handler failed", error);
  } catch (...) {
    logWith(LogLevel::Error, "a handler threw something that is no exception", {});
  }
}

}  // namespace aftermint
