// `aftermint completion`, `--version`, and the options of `serve` from file and environment.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "unit/cli_program.h"
#include "version.h"

namespace aftermint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Completion : public Program {
 protected:
  /** The completions of bash at the end of a line with these words. */
  std::string completed(const std::string& words, int count) {
    scratch_.write("complete.bash", run({"completion", "bash"}).out + "COMP_WORDS=(" + words +
                                        ")\nCOMP_CWORD=" + std::to_string(count - 1) +
                                        "\n_aftermint\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
    const std::string command = "cd " + scratch_.path("") + " && bash complete.bash > completed.txt 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return scratch_.read("completed.txt");
  }
};

TEST_F(Completion, CompletesInBash) {
  EXPECT_EQ(completed("aftermint deci", 2), "decide\n");
  EXPECT_EQ(completed("aftermint ''", 2).find("check-copy\n") == std::string::npos, false);
  EXPECT_EQ(completed("aftermint serve --allow", 3), "--allow-origin\n");
  EXPECT_EQ(completed("aftermint serve --payments ''", 4), "sandbox\nstripe\n");
  EXPECT_EQ(completed("aftermint view book.json moment.json --as h", 6), "html\n");
  EXPECT_EQ(completed("aftermint check boo", 3), "book.json\n") << "a file";
  EXPECT_THAT(completed("aftermint serve --", 3), AllOf(HasSubstr("--host\n"), Not(HasSubstr("--demo"))))
      << "hidden options stay hidden";
}

TEST_F(Completion, PrintsEveryCommandForEachShell) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Ran ran = run({"completion", shell});
    EXPECT_EQ(ran.exit, 0) << shell;
    EXPECT_THAT(ran.out, AllOf(HasSubstr("worksheet"), HasSubstr("serve"), HasSubstr("allow-origin"))) << shell;
  }
  EXPECT_EQ(run({"completion", "tcsh"}).exit, 2);
}

TEST_F(Completion, PrintsTheVersionOfThePackageEverywhere) {
  std::ifstream file(std::string(kSourceFolder) + "/package.json");
  const std::string wanted = "aftermint " + json::parse(file)["version"].get<std::string>() + "\n";
  EXPECT_EQ(run({"--version"}).out, wanted);
  for (const char* command : {"check", "decide", "serve", "completion"}) {
    const Ran ran = run({command, "--version"});
    EXPECT_EQ(ran.exit, 0) << command;
    EXPECT_EQ(ran.out, wanted) << command;
  }
  EXPECT_EQ("aftermint " + std::string(kVersion) + "\n", wanted);
  const std::string command = std::string(kDemoProgramPath) + " --version > " + scratch_.path("demo.txt");
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(scratch_.read("demo.txt"), "aftermint-demo" + wanted.substr(std::string("aftermint").size()));
}

class ServeOptionsOfFile : public Program {
 protected:
  /** Runs `serve` with a store that cannot be opened, so that it stops before it listens. */
  Ran serve(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "serve");
    return run(arguments);
  }
};

TEST_F(ServeOptionsOfFile, AreTakenFromTheFile) {
  const std::string file = scratch_.write("serve.toml", "store = \"from-file://x\"\nport = 0\n");
  EXPECT_THAT(serve({"--config", file}).err, HasSubstr("\"from-file\""));
  EXPECT_THAT(serve({"--config", file, "--store", "from-line://x"}).err, HasSubstr("\"from-line\""))
      << "the command line has priority";
}

TEST_F(ServeOptionsOfFile, AreTakenFromTheEnvironment) {
  setenv("AFTERMINT_STORE", "from-environment://x", 1);
  const std::string file = scratch_.write("serve.toml", "store = \"from-file://x\"\n");
  EXPECT_THAT(serve({"--config", file}).err, HasSubstr("from-environment")) << "the environment has priority";
  unsetenv("AFTERMINT_STORE");
}

TEST_F(ServeOptionsOfFile, RefuseUnknownOptionsAndInvalidValues) {
  for (const char* text : {"prot = 1\n", "demo = \"demo\"\n", "port = 70000\n", "[serve]\nport = 1\n"}) {
    const Ran ran = serve({"--config", scratch_.write("serve.toml", text)});
    EXPECT_EQ(ran.exit, 2) << text;
    EXPECT_THAT(ran.err, HasSubstr("usage")) << text;
  }
  EXPECT_EQ(serve({"--config", scratch_.path("missing.toml")}).exit, 2);
}

TEST_F(ServeOptionsOfFile, NeedAKeyOfStripeAndNeverPrintIt) {
  setenv("AFTERMINT_SIGNING_KEY", "a-signing-key-of-at-least-32-bytes!", 1);
  const auto stripe = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all = {"--payments", "stripe", "--book", "book.json", "--store", "sqlite::memory:"};
    all.insert(all.end(), more.begin(), more.end());
    return serve(all);
  };
  EXPECT_THAT(stripe({}).err, HasSubstr("--payments stripe needs AFTERMINT_STRIPE_KEY"));
  EXPECT_THAT(stripe({"--stripe-key-file", scratch_.path("none")}).err, HasSubstr("cannot read"));
  EXPECT_EQ(stripe({"--stripe-key", "sk_test_secret"}).exit, 2) << "other users can read a command line";
  setenv("AFTERMINT_STRIPE_KEY", "sk_test_secret", 1);
  const std::vector<std::string> page = {"--stripe-return-url", "https://shop.example/thanks"};
  for (const Ran& ran :
       {stripe({}), stripe({page[0], page[1], "--stripe-url", "http://stripe.example"}),
        stripe({page[0], page[1], "--stripe-key-file", scratch_.write("key", "sk_test_secret x\n")})}) {
    EXPECT_EQ(ran.exit, 2);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("--stripe-return-url"), Not(HasSubstr("sk_test_secret"))));
  }
  const std::string file = scratch_.write("secret", "sk_test_secret\n");
  std::filesystem::permissions(file, std::filesystem::perms(0644));
  const Ran wrong = stripe({page[0], page[1], "--stripe-webhook-secret-file", file});
  EXPECT_EQ(wrong.exit, 2);
  EXPECT_THAT(wrong.err, AllOf(HasSubstr("whsec_"), HasSubstr("chmod 600"), Not(HasSubstr("sk_test_secret"))));
  setenv("AFTERMINT_STRIPE_WEBHOOK_SECRET", "whsec_a,sk_test_secret", 1);
  EXPECT_THAT(stripe({page[0], page[1]}).err, AllOf(HasSubstr("whsec_"), Not(HasSubstr("sk_test_secret"))));
  unsetenv("AFTERMINT_STRIPE_WEBHOOK_SECRET");
  unsetenv("AFTERMINT_STRIPE_KEY");
  EXPECT_THAT(serve({"--stripe-webhook-secret-file", file}).err, HasSubstr("needs --payments stripe"));
  unsetenv("AFTERMINT_SIGNING_KEY");
}

TEST_F(ServeOptionsOfFile, RefuseInvalidCombinations) {
  EXPECT_THAT(serve({"--payments", "sandbox"}).err, HasSubstr("--payments needs --book"));
  EXPECT_THAT(serve({"--payments", "sandbox", "--book", "book.json"}).err, HasSubstr("AFTERMINT_SIGNING_KEY"));
  EXPECT_THAT(serve({"--allow-origin", "https://shop.example/"}).err, HasSubstr("is not an origin"));
  EXPECT_THAT(serve({"--host", "nowhere"}).err, HasSubstr("is not an IP address"));
  EXPECT_THAT(serve({"--demo", "demo"}).err, HasSubstr("aftermint-demo"));
}

}  // namespace
}  // namespace aftermint::testing
