/** @file A job that runs again and again on a thread of its own. */
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace aftermint {

/**
 * Runs a job at once, then again after each pause, until it is stopped.
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

 private:
  std::jthread thread_;
};

}  // namespace aftermint
