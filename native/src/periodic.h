/** @file A job that runs again and again on a thread of its own. */
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace aftermint {

/**
 * Runs a job at once, then again after each pause, until it is stopped. `wake` ends a pause.
 *
 * An exception of the job is logged, and the job runs again after the pause.
 */
class Periodic {
 public:
  using Job = std::function<void(std::stop_token)>;  ///< ends early if the token says so

  /** @param name of the job, for the log */
  Periodic(std::string name, std::chrono::milliseconds pause, Job job);
  /** Stops. */
  ~Periodic();

  /** Asks a run under way to end, and waits for it. */
  void stop();

  /** Runs the job now; if it is running, once more after that run. */
  void wake();

 private:
  std::mutex mutex_;  ///< guards isWoken_
  std::condition_variable_any wakes_;
  bool isWoken_ = false;
  std::jthread thread_;
};

}  // namespace aftermint
