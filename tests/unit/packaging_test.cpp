// packaging/: the systemd unit, the Containerfile, the dashboard and the alert rules fit the program. A check whose
// tool is not on this machine is skipped and says so.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "unit/cli_program.h"
#include "unit/serve_process.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::StartsWith;

struct Shell {
  int exit = -1;
  std::string out;
};

/** Runs a command of the shell; `out` has both of its outputs. */
Shell shell(const std::string& command) {
  Shell ran;
  std::FILE* pipe = ::popen(("{ " + command + "; } 2>&1").c_str(), "r");
  if (pipe == nullptr) return ran;
  std::array<char, 4096> piece{};
  for (std::size_t size = 0; (size = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;) {
    ran.out.append(piece.data(), size);
  }
  const int status = ::pclose(pipe);
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

bool hasTool(const std::string& name) { return shell("command -v " + name).exit == 0; }

std::string packaged(const std::string& name) { return std::string(kSourceFolder) + "/packaging/" + name; }

std::string readAll(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::set<std::string> matchesOf(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
    found.insert((*match)[match->size() > 1 ? 1 : 0].str());
  }
  return found;
}

/** The name of a family of metrics, from one of a sample or a query. */
std::string familyOf(std::string name) {
  for (const std::string_view suffix : {"_bucket", "_sum", "_count"}) {
    if (name.ends_with(suffix)) return name.substr(0, name.size() - suffix.size());
  }
  return name;
}

/** The packaged files, with a server of the shop that they are about. */
class Packaging : public Program {
 protected:
  /** The text of /metrics of a server with payments, after a request. */
  std::string scraped() {
    ServeProcess server(scratch_,
                        {"--port", "0", "--store", "sqlite::memory:", "--book", scratch_.path("book.json"),
                         "--payments", "sandbox", "--reconcile-every", "0.1"},
                        {{"AFTERMINT_SIGNING_KEY", "a-signing-key-of-at-least-32-bytes!"}});
    EXPECT_NE(server.address, "") << server.log();
    std::string text;
    waitFor([&] {
      const Wire wire(server.port());
      wire.send("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      text = wire.readToEnd();
      // The first pass of the reconciler, and a request that has been counted.
      return text.find("aftermint_accepts_unsettled{") != std::string::npos &&
             text.find("aftermint_http_requests_total{") != std::string::npos;
    });
    EXPECT_THAT(text, StartsWith("HTTP/1.1 200"));
    return text.substr(text.find("\r\n\r\n") + 4);
  }

  std::set<std::string> metricsOf(const std::string& text) const {
    std::set<std::string> names;
    for (const std::string& name : matchesOf(text, "\\b(?:aftermint|process)_[a-z_]+\\b")) names.insert(familyOf(name));
    return names;
  }
};

TEST_F(Packaging, DashboardAndAlertsUseMetricsThatExist) {
  const std::set<std::string> served = matchesOf(scraped(), "# TYPE ([a-z_]+) ");
  const std::set<std::string> inAlerts = metricsOf(readAll(packaged("prometheus/alerts.yml")));
  const json dashboard = json::parse(readAll(packaged("grafana/aftermint.json")));
  std::set<std::string> inDashboard;
  for (const json& panel : dashboard["panels"]) {
    for (const json& target : panel["targets"]) inDashboard.merge(metricsOf(target["expr"].get<std::string>()));
  }
  EXPECT_GT(inAlerts.size(), 8u);
  EXPECT_THAT(served, IsSupersetOf(inAlerts));
  EXPECT_THAT(served, IsSupersetOf(inDashboard));
  EXPECT_THAT(inDashboard, IsSupersetOf([&] {
                std::set<std::string> ours;
                for (const std::string& name : served) {
                  if (name.starts_with("aftermint_")) ours.insert(name);
                }
                return ours;
              }()))
      << "each metric of ours is in the dashboard";
}

TEST_F(Packaging, PromtoolTakesTheMetrics) {
  if (!hasTool("promtool")) GTEST_SKIP() << "promtool (Debian package prometheus) is missing: metrics were NOT checked";
  const std::string file = scratch_.write("metrics.txt", scraped());
  const Shell ran = shell("promtool check metrics < " + file);
  EXPECT_EQ(ran.exit, 0) << ran.out;
}

TEST_F(Packaging, PromtoolTakesTheAlertsAndTheirCases) {
  if (!hasTool("promtool")) GTEST_SKIP() << "promtool (Debian package prometheus) is missing: alerts were NOT checked";
  const Shell rules = shell("promtool check rules " + packaged("prometheus/alerts.yml"));
  EXPECT_EQ(rules.exit, 0) << rules.out;
  const Shell cases = shell("promtool test rules " + packaged("prometheus/alerts_test.yml"));
  EXPECT_EQ(cases.exit, 0) << cases.out;
}

class SystemdUnit : public Packaging {
 protected:
  /** The unit with the program that was built. */
  std::string unit() {
    const std::string installed = "/usr/local/bin/aftermint";
    std::string text = readAll(packaged("systemd/aftermint.service"));
    const std::size_t at = text.find(installed);
    EXPECT_NE(at, std::string::npos);
    text.replace(at, installed.size(), kProgramPath);
    scratch_.write("aftermint.socket", readAll(packaged("systemd/aftermint.socket")));
    return scratch_.write("aftermint.service", text);
  }
};

TEST_F(SystemdUnit, IsValid) {
  if (!hasTool("systemd-analyze")) GTEST_SKIP() << "systemd-analyze is missing: the unit was NOT checked";
  const Shell ran = shell("systemd-analyze verify --man=no " + unit() + " " + scratch_.path("aftermint.socket"));
  EXPECT_EQ(ran.exit, 0) << ran.out;
  EXPECT_EQ(ran.out, "");
}

TEST_F(SystemdUnit, HasLittleToLose) {
  if (!hasTool("systemd-analyze") || shell("systemd-analyze security --help | grep -q offline").exit != 0) {
    GTEST_SKIP() << "systemd-analyze security --offline (systemd 250) is missing: the unit was NOT checked";
  }
  const Shell ran = shell("systemd-analyze security --no-pager --offline=true --threshold=15 " + unit());
  EXPECT_EQ(ran.exit, 0) << ran.out;
}

/** The packages that `apt-get install` names in a stage of the Containerfile. */
std::set<std::string> packagesOf(const std::string& stage) {
  const std::string whole = std::regex_replace(stage, std::regex("\\\\\n"), " ");
  const std::set<std::string> lists = matchesOf(whole, "--no-install-recommends([^&\n]*)");
  EXPECT_EQ(lists.size(), 1u);
  return lists.empty() ? lists : matchesOf(*lists.begin(), "[a-z0-9][a-z0-9+.-]+");
}

class Container : public ::testing::Test {
 protected:
  Container() {
    const std::string text = readAll(packaged("Containerfile"));
    const std::size_t second = text.rfind("FROM ");
    build_ = text.substr(0, second);
    run_ = text.substr(second);
  }
  std::string build_, run_;
};

TEST_F(Container, BuildsWithThePackagesOfTheSetup) {
  const std::string setup = readAll(std::string(kSourceFolder) + "/scripts/setup.mjs");
  const std::size_t begin = setup.find("build: ["), end = setup.find(']', begin);
  ASSERT_NE(end, std::string::npos);
  std::set<std::string> wanted = matchesOf(setup.substr(begin, end - begin), "'([^']+)'");
  EXPECT_EQ(wanted.erase("emscripten"), 1u) << "the module of pages is not built there";
  EXPECT_EQ(packagesOf(build_), wanted);
}

TEST_F(Container, HasTheLibrariesOfTheProgramAndNoOthers) {
  if (readAll("/etc/os-release").find("VERSION_CODENAME=bookworm") == std::string::npos || !hasTool("dpkg-query") ||
      !hasTool("objdump")) {
    GTEST_SKIP() << "this is not Debian 12: the packages of the Containerfile were NOT checked";
  }
  // Those that it links itself; what these need comes with their packages. dpkg knows files by the path they were
  // packed with, in /lib or in /usr/lib.
  const Shell files =
      shell(std::string("for name in $(objdump -p '") + kProgramPath + "' | awk '/NEEDED/ {print $2}'); do ldd '" +
            kProgramPath + "' | awk -v name=$name '$1 == name {print $3}'; done | xargs readlink -f");
  ASSERT_EQ(files.exit, 0) << files.out;
  std::set<std::string> needed;
  std::istringstream lines(files.out);
  for (std::string file; std::getline(lines, file);) {
    const std::string name = file.starts_with("/usr/") ? file.substr(4) : file;
    const Shell owner = shell("dpkg-query -S '" + name + "' '/usr" + name + "' 2>/dev/null | head -1 | cut -d: -f1");
    ASSERT_NE(owner.out, "") << file << " is of no package";
    needed.insert(owner.out.substr(0, owner.out.find('\n')));
  }
  for (const char* inImage : {"libc6", "libgcc-s1"}) needed.erase(inImage);
  needed.insert("ca-certificates");  // whom TLS to Stripe and ClickHouse trusts; libcurl only recommends it
  EXPECT_EQ(packagesOf(run_), needed);
}

TEST_F(Container, RunsWithoutPrivilegesAndStopsInOrder) {
  const std::set<std::string> users = matchesOf(run_, "\nUSER ([0-9]+)\n");
  ASSERT_EQ(users.size(), 1u) << "a number, so that Kubernetes can see that it is not root";
  EXPECT_NE(*users.begin(), "0");
  EXPECT_THAT(run_, HasSubstr("\nSTOPSIGNAL SIGTERM\n"));
}

}  // namespace
}  // namespace aftermint::testing
