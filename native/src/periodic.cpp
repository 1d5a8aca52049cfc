#include "periodic.h"

#include <spdlog/spdlog.h>

#include <utility>

namespace aftermint {

Periodic::Periodic(std::string name, std::chrono::milliseconds pause, Job job)
    : thread_([this, name = std::move(name), pause, job = std::move(job)](const std::stop_token& stopping) {
        while (!stopping.stop_requested()) {
          try {
            job(stopping);
          } catch (const std::exception& error) {
            spdlog::error("{}: {}", name, error.what());
          }
          std::unique_lock lock(mutex_);
          wakes_.wait_for(lock, stopping, pause, [this] { return isWoken_; });
          isWoken_ = false;
        }
      }) {}

Periodic::~Periodic() { stop(); }

void Periodic::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Periodic::wake() {
  {
    const std::lock_guard lock(mutex_);
    isWoken_ = true;
  }
  wakes_.notify_all();
}

}  // namespace aftermint
