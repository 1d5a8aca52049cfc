// `aftermint serve --guard` and `aftermint release` as programs.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <chrono>
#include <csignal>
#include <regex>
#include <thread>

#include "clock.h"
#include "guard_fixture.h"
#include "unit/cli_program.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/** The body of a GET from this machine; empty if the server does not answer. */
std::string bodyFrom(int port, const std::string& target) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string all;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    const std::string request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    std::size_t sent = 0;
    while (sent < request.size()) {
      const ssize_t wrote = ::write(socket, request.data() + sent, request.size() - sent);
      if (wrote <= 0) break;
      sent += static_cast<std::size_t>(wrote);
    }
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(socket, buffer, sizeof buffer)) > 0;) {
      all.append(buffer, static_cast<std::size_t>(got));
    }
  }
  close(socket);
  const std::size_t body = all.find("\r\n\r\n");
  return body == std::string::npos ? std::string() : all.substr(body + 4);
}

/** `aftermint serve --guard` with a round every second, until the end of the test. */
class RunningGuard {
 public:
  RunningGuard(const Scratch& scratch, const std::string& store) {
    int out[2];
    if (pipe(out) != 0) std::abort();
    child_ = fork();
    if (child_ == 0) {
      dup2(out[1], 1);
      close(out[0]);
      if (chdir(scratch.path("").c_str()) != 0) _exit(126);
      execl(kProgramPath, kProgramPath, "serve", "--port", "0", "--book", "book.json", "--store", store.c_str(),
            "--guard", "--guard-seconds", "1", nullptr);
      _exit(127);
    }
    close(out[1]);
    std::string said;
    for (char c = 0; said.find('\n') == std::string::npos && ::read(out[0], &c, 1) == 1;) said += c;
    close(out[0]);
    std::smatch found;
    if (std::regex_search(said, found, std::regex(":([0-9]+)\n"))) port_ = std::stoi(found[1]);
  }
  ~RunningGuard() {
    if (child_ > 0) (void)stop();
  }

  /** Ends the server as an operator does. Returns its exit code. */
  int stop() {
    int status = 0;
    kill(child_, SIGTERM);
    waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  [[nodiscard]] nlohmann::json get(const std::string& target) const {
    return nlohmann::json::parse(bodyFrom(port_, target), nullptr, false);
  }

  /** Waits until the served book refuses as many offers; returns their ids. */
  [[nodiscard]] nlohmann::json refused(std::size_t count) const {
    for (;;) {
      const nlohmann::json book = get("/book.json");
      if (book.is_discarded()) return book;
      const nlohmann::json ids = book["checked"].value("refused", nlohmann::json::array());
      if (ids.size() == count) return ids;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

 private:
  pid_t child_ = 0;
  int port_ = 0;
};

class GuardProgram : public Program {
 protected:
  std::string path = scratch_.path("store.sqlite");
  std::string url = "sqlite:" + path;

  void addHarm() {
    const Millis midnight = systemMillis() / kDayMillis * kDayMillis;
    addShoppers(*openStore(url), "filter-bump", midnight, kHarmful, 1);
  }
};

TEST_F(GuardProgram, StopsAHarmfulOfferUntilAPersonReleasesIt) {
  addHarm();
  {
    RunningGuard server(scratch_, url);
    EXPECT_THAT(server.refused(1), ElementsAre("filter-bump"));
    EXPECT_EQ(server.get("/results")["stopped"][0]["offer"], "filter-bump");
    EXPECT_EQ(server.stop(), 0);
  }
  const Ran report = run({"report", url});
  EXPECT_THAT(report.out, HasSubstr("To bring it back: aftermint release filter-bump --store " + url + " --by NAME"));
  RunningGuard server(scratch_, url);
  EXPECT_THAT(server.get("/book.json")["checked"]["refused"], ElementsAre("filter-bump"))
      << "the first book after a restart";
  const Ran released = run({"release", "filter-bump", "--store", path, "--by", "Ada", "--why", "cheaper", "--json"});
  ASSERT_EQ(released.exit, 0) << released.out << released.err;
  const json said = only(released);
  EXPECT_EQ(said["by"], "Ada");
  EXPECT_EQ(said["why"], "cheaper");
  EXPECT_THAT(said["because"].get<std::string>(), HasSubstr("bought"));
  EXPECT_THAT(server.refused(0), IsEmpty()) << "without a restart";
  EXPECT_THAT(server.get("/results")["stopped"], IsEmpty());
  const Ran again = run({"release", "filter-bump", "--store", url, "--by", "Bob"});
  EXPECT_EQ(again.exit, 1);
  EXPECT_THAT(again.err, HasSubstr("filter-bump is not stopped: Ada released it at "));
  EXPECT_EQ(server.stop(), 0);
}

TEST_F(GuardProgram, ReleasesOnlyFromAStoreAndByAPerson) {
  const Ran none = run({"release", "filter-bump", "--store", path, "--by", "Ada", "--json"});
  EXPECT_EQ(none.exit, 2);
  EXPECT_EQ(only(none)["error"]["code"], "file_unreadable");
  EXPECT_FALSE(std::filesystem::exists(path)) << "nothing is created";
  (void)openStore(url);
  const Ran never = run({"release", "filter-bump", "--store", url, "--by", "Ada", "--json"});
  EXPECT_EQ(never.exit, 1);
  EXPECT_EQ(only(never)["message"], "filter-bump is not stopped in this store.");
  EXPECT_FALSE(SQLite::Database(path).tableExists("stopped_offers")) << "a store without a guard stays as it is";
  EXPECT_EQ(run({"release", "filter-bump", "--store", url}).exit, 2);
  EXPECT_EQ(run({"release", "filter-bump", "--store", url, "--by", " "}).exit, 2);
  SQLite::Database(scratch_.path("other.sqlite"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (a)");
  EXPECT_EQ(run({"release", "filter-bump", "--store", scratch_.path("other.sqlite"), "--by", "Ada"}).exit, 2);
}

TEST_F(GuardProgram, NeedsABookAndAStoreInAFile) {
  EXPECT_THAT(run({"serve", "--guard", "--store", url}).err, HasSubstr("--guard needs --book"));
  EXPECT_THAT(run({"serve", "--guard", "--store", "sqlite::memory:", "--book", "book.json"}).err,
              HasSubstr("--guard needs a store in a file"));
  const std::string file = scratch_.write("serve.toml", "guard = true\nguard-seconds = 5\nstore = \"" + url + "\"\n");
  EXPECT_THAT(run({"serve", "--config", file}).err, HasSubstr("--guard needs --book"));
  setenv("AFTERMINT_GUARD", "true", 1);
  EXPECT_THAT(run({"serve", "--store", url}).err, HasSubstr("--guard needs --book"));
  unsetenv("AFTERMINT_GUARD");
  EXPECT_EQ(run({"serve", "--guard", "--guard-seconds", "0", "--book", "book.json"}).exit, 2);
}

}  // namespace
}  // namespace aftermint::testing
