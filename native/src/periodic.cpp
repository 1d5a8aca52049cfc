#include "periodic.h"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace aftermint {

Periodic::Periodic(std::string name, std::chrono::milliseconds pause, Job job)
    : thread_([name = std::move(name), pause, job = std::move(job)](const std::stop_token& stopping) {
        std::mutex mutex;
        std::condition_variable_any wake;
        while (!stopping.stop_requested()) {
          try {
            job(stopping);
          } catch (const std::exception& error) {
            spdlog::error("{}: {}", name, error.what());
          }
          std::unique_lock lock(mutex);
          wake.wait_for(lock, stopping, pause, [] { return false; });
        }
      }) {}

Periodic::~Periodic() { stop(); }

void Periodic::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

}  // namespace aftermint
