#include "telemetry/process_metrics.h"

#include <sys/resource.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>

namespace aftermint {
namespace {

using prometheus::MetricFamily;
using prometheus::MetricType;

void addMetric(std::vector<MetricFamily>& families, const char* name, const char* help, double value,
               MetricType type = MetricType::Gauge) {
  MetricFamily family;
  family.name = name;
  family.help = help;
  family.type = type;
  family.metric.emplace_back();
  (type == MetricType::Counter ? family.metric.back().counter.value : family.metric.back().gauge.value) = value;
  families.push_back(std::move(family));
}

/** The fields of /proc/self/stat after the program's name, which may have spaces; the state is the first. */
std::vector<double> statFields() {
  std::ifstream file("/proc/self/stat");
  std::string line;
  std::getline(file, line);
  const std::size_t end = line.rfind(')');
  std::vector<double> fields;
  if (end == std::string::npos) return fields;
  std::istringstream rest(line.substr(end + 1));
  std::string state;
  rest >> state;
  fields.push_back(0);
  for (double value = 0; rest >> value;) fields.push_back(value);
  return fields;
}

/** When the machine started, as Unix time. Not from /proc/stat, which a sandbox may hide. */
double bootTime() {
  timespec sinceBoot{}, now{};
  if (::clock_gettime(CLOCK_BOOTTIME, &sinceBoot) != 0 || ::clock_gettime(CLOCK_REALTIME, &now) != 0) return 0;
  const auto seconds = [](const timespec& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  };
  return seconds(now) - seconds(sinceBoot);
}

}  // namespace

std::vector<MetricFamily> processMetrics() {
  // Positions in proc(5), counted from the state.
  constexpr std::size_t kUserTime = 11, kSystemTime = 12, kThreads = 17, kStart = 19, kVirtual = 20, kResident = 21;
  std::vector<MetricFamily> families;
  const std::vector<double> stat = statFields();
  const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  if (stat.size() > kResident && ticks > 0) {
    addMetric(families, "process_cpu_seconds_total", "Processor time in user and system mode.",
              (stat[kUserTime] + stat[kSystemTime]) / ticks, MetricType::Counter);
    addMetric(families, "process_resident_memory_bytes", "Resident memory.",
              stat[kResident] * static_cast<double>(::sysconf(_SC_PAGESIZE)));
    addMetric(families, "process_virtual_memory_bytes", "Virtual memory.", stat[kVirtual]);
    addMetric(families, "process_threads", "Threads.", stat[kThreads]);
    if (const double boot = bootTime(); boot > 0) {
      addMetric(families, "process_start_time_seconds", "When the process started, as Unix time.",
                boot + stat[kStart] / ticks);
    }
  }
  std::error_code error;
  const std::filesystem::directory_iterator files("/proc/self/fd", error);
  if (!error) {
    const auto count = std::distance(begin(files), end(files)) - 1;  // without the one that lists them
    addMetric(families, "process_open_fds", "Open file descriptors.", static_cast<double>(count));
  }
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    addMetric(families, "process_max_fds", "Open file descriptors that the process may have.",
              static_cast<double>(limit.rlim_cur));
  }
  return families;
}

}  // namespace aftermint
