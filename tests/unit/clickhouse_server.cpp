#include "unit/clickhouse_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>

#include "events/clickhouse_client.h"
#include "ids.h"

namespace aftermint::testing {
namespace {

constexpr const char* kServerProgram = "/usr/sbin/clickhouse-server";

/** In memory where that is possible: each insert makes some fifty files. */
std::string serverFolder() {
  std::string pattern =
      (::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path().string()) +
      "/aftermint-clickhouse-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return pattern + "/";
}

void writeText(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::string readText(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string serverConfig(const std::string& folder, const std::string& ports,
                         const std::vector<std::uint16_t>& shards) {
  std::string cluster;
  for (const std::uint16_t port : shards) {
    cluster += "<shard><replica><host>127.0.0.1</host><port>" + std::to_string(port) + "</port></replica></shard>";
  }
  return "<yandex><logger><level>error</level><log>" + folder + "server.log</log><errorlog>" + folder +
         "error.log</errorlog></logger>" + ports + "<listen_host>127.0.0.1</listen_host><path>" + folder +
         "data/</path><tmp_path>" + folder + "tmp/</tmp_path><users_config>" + folder +
         "users.xml</users_config><default_profile>default</default_profile><default_database>default"
         "</default_database><mark_cache_size>67108864</mark_cache_size><keep_alive_timeout>10</keep_alive_timeout>"
         "<remote_servers><shards>" +
         cluster + "</shards></remote_servers></yandex>";
}

constexpr const char* kServerUsers =
    "<yandex><profiles><default></default></profiles><users><default><password></password><networks><ip>127.0.0.1</ip>"
    "</networks><profile>default</profile><quota>default</quota></default><shop><password>top:secret/1</password>"
    "<networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></shop></users><quotas>"
    "<default></default></quotas></yandex>";

}  // namespace

std::uint16_t freeTcpPort() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool isBound = ::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(socket);
  if (!isBound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

bool canStartClickHouse() { return ::access(kServerProgram, X_OK) == 0; }

ClickHouseServer::ClickHouseServer(const std::vector<std::uint16_t>& shards)
    : folder_(serverFolder()), http_(freeTcpPort()), tcp_(freeTcpPort()), interserver_(freeTcpPort()) {
  const auto tag = [](const char* name, std::uint16_t port) {
    return "<" + std::string(name) + ">" + std::to_string(port) + "</" + name + ">";
  };
  writeText(folder_ + "users.xml", kServerUsers);
  const std::string ports =
      tag("http_port", http_) + tag("tcp_port", tcp_) + tag("interserver_http_port", interserver_);
  writeText(folder_ + "config.xml", serverConfig(folder_, ports, shards));
  start();
}

void ClickHouseServer::start() {
  const std::string config = "--config-file=" + (folder_ + "config.xml");
  process_ = ::fork();
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int log = ::open((folder_ + "out.log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (log < 0 || ::dup2(log, 1) < 0 || ::dup2(log, 2) < 0 || ::chdir(folder_.c_str()) != 0) ::_exit(126);
    ::execl(kServerProgram, kServerProgram, config.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  for (int i = 0; i < 1'200; ++i) {
    if (answers()) return;
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error("clickhouse-server does not start:\n" + readText(folder_ + "out.log") +
                           readText(folder_ + "error.log"));
}

bool ClickHouseServer::answers() const {
  try {
    ClickHouseCall once;
    once.isRepeatable = false;
    return ClickHouseClient(ClickHouseAddress(url("default"))).value("SELECT 1", once) == "1";
  } catch (const StoreError&) {
    return false;
  }
}

void ClickHouseServer::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

ClickHouseServer::~ClickHouseServer() {
  kill();
  std::error_code ignored;  // leftovers in a temporary folder do not fail a test
  std::filesystem::remove_all(folder_, ignored);
}

std::string ClickHouseServer::url(const std::string& database) const {
  return "clickhouse://127.0.0.1:" + std::to_string(http_) + "/" + database;
}

std::string freshClickHouse() {
  const std::string database = "t_" + randomId();
  if (const char* named = std::getenv("AFTERMINT_TEST_CLICKHOUSE"); named != nullptr && *named != '\0') {
    return std::string(named) + "/" + database;
  }
  if (!canStartClickHouse()) return {};
  static const auto server = std::make_unique<ClickHouseServer>();
  return server->url(database);
}

void dropClickHouse(const std::string& url) {
  ClickHouseAddress address(url);
  const std::string database = std::exchange(address.database, "default");
  ClickHouseClient(address).run("DROP DATABASE IF EXISTS " + clickHouseName(database));
}

}  // namespace aftermint::testing
