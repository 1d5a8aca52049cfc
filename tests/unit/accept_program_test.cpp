// The real program: servers that start on a store in use lose no accept of the one that charges.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "accept/ticket.h"
#include "clock.h"
#include "http/http_client.h"
#include "serve_fixture.h"
#include "sqlite.h"
#include "unit/cli_scratch.h"

extern char** environ;

namespace aftermint::testing {
namespace {

constexpr const char* kProgramKey = "a-signing-key-of-at-least-32-bytes!";

/** `aftermint serve` on a store, as a process. */
class ServerProcess {
 public:
  ServerProcess(const Scratch& scratch, const std::string& port) {
    const std::string key = std::string("AFTERMINT_SIGNING_KEY=") + kProgramKey;
    std::vector<std::string> arguments = {kProgramPath, "serve",
                                          "--port",     port,
                                          "--book",     scratch.path("book.json"),
                                          "--store",    "sqlite:" + scratch.path("s.sqlite"),
                                          "--payments", "sandbox"};
    std::vector<char*> argv, env;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::string keyText = key;
    for (char** each = environ; *each != nullptr; ++each) env.push_back(*each);
    env.push_back(keyText.data());
    env.push_back(nullptr);
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    if (posix_spawn(&child_, kProgramPath, &actions, nullptr, argv.data(), env.data()) != 0) std::abort();
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    // Its address, once it is ready; an empty text if it ends before.
    std::FILE* out = fdopen(ends[0], "r");
    char line[256] = "";
    constexpr std::string_view kReady = "Aftermint is serving ";
    if (std::fgets(line, sizeof line, out) != nullptr && std::string_view(line).starts_with(kReady)) {
      url_ = std::string(line).substr(kReady.size());
      url_.erase(url_.find_last_not_of('\n') + 1);
    }
    std::fclose(out);
  }
  ~ServerProcess() {
    if (child_ > 0) stop();
  }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] std::string port() const { return url_.substr(url_.rfind(':') + 1); }

  /** Stops the process if it still runs, and returns its exit code. */
  int stop() {
    kill(child_, SIGTERM);
    int status = 0;
    waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t child_ = -1;
  std::string url_;
};

/** Accepts the offer for orders of its own, each once, until it is told to end; counts orders and answers. */
void acceptMany(const std::string& url, int thread, const std::atomic<bool>& ends, std::atomic<int>& sent,
                std::atomic<int>& accepted) {
  HttpClient client{HttpAddress(url)};
  for (int i = 0; !ends; ++i) {
    PlacedOrder order;
    order.id = "o-" + std::to_string(thread) + "-" + std::to_string(i);
    order.currency = "GBP";
    order.visitor = "v-" + order.id;
    order.lines = {{"knife", "", "Chef's knife", "", 1, 12000, "", "", false}};
    const nlohmann::json body = {{"order", order.id},
                                 {"offer", "rack-offer"},
                                 {"price", {{"amount", 3000}, {"currency", "GBP"}}},
                                 {"ticket", signTicket(order, {"larder", {{"", kProgramKey}}, ""}, systemMillis())}};
    ++sent;
    const auto answer =
        client.post("/offers/accept", "application/json", body.dump(), {{"Idempotency-Key", "k-" + order.id}});
    if (nlohmann::json::parse(answer.body, nullptr, false).value("status", "") == "accepted") ++accepted;
  }
}

TEST(AcceptProgram, ServersThatStartOnAStoreInUseLoseNoAccept) {
  const Scratch scratch;
  scratch.write("book.json", kShopBook);
  ServerProcess server(scratch, "0");
  ASSERT_NE(server.url(), "");
  std::atomic<bool> ends = false;
  std::atomic<int> sent = 0, accepted = 0;
  std::vector<std::thread> load;
  for (int thread = 0; thread < 8; ++thread) {
    load.emplace_back([&, thread] { acceptMany(server.url(), thread, ends, sent, accepted); });
  }
  const int starts = std::getenv("AFTERMINT_ALL") != nullptr ? 12 : 4;
  for (int start = 0; start < starts; ++start) {
    ServerProcess taken(scratch, server.port());
    EXPECT_EQ(taken.url(), "") << "the port is taken";
    EXPECT_EQ(taken.stop(), 2);
    if (start % 4 > 0) continue;
    ServerProcess beside(scratch, "0");
    EXPECT_NE(beside.url(), "");
    EXPECT_EQ(beside.stop(), 0);
  }
  ends = true;
  for (std::thread& each : load) each.join();
  EXPECT_EQ(server.stop(), 0);
  EXPECT_GT(sent, 0);
  EXPECT_EQ(accepted, sent);

  SQLite::Database file(scratch.path("s.sqlite"));
  const auto count = [&file](const char* sql) { return file.execAndGet(sql).getInt(); };
  EXPECT_EQ(count("SELECT count(*) FROM sandbox_charges WHERE state = 'succeeded'"), sent);
  EXPECT_EQ(count("SELECT count(*) FROM sandbox_charges AS c WHERE state = 'succeeded' AND NOT EXISTS "
                  "(SELECT 1 FROM offer_accepts AS a WHERE a.charge = c.id AND a.state = 'accepted')"),
            0)
      << "charges without an accept";
  EXPECT_EQ(count("SELECT count(*) FROM offer_accepts"), sent);
  EXPECT_EQ(count("SELECT count(*) FROM ticket_order_lines WHERE accept_key <> '' AND undone = 0"), sent);
  EXPECT_EQ(count("SELECT count(*) FROM events WHERE type = 'accept'"), sent);
}

}  // namespace
}  // namespace aftermint::testing
