/** @file `aftermint check-copy`: reads texts, one JSON object per line, and prints the findings on each. */
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>

#include "aftermint/codes.h"
#include "aftermint/copy.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "json.h"

namespace aftermint::cli {
namespace {

constexpr std::size_t kMaxLine = std::size_t{1} << 20;  ///< bytes, far more than any offer text
constexpr std::string_view kShape =
    R"(Write {"field":"decline|headline|benefit|accept","text":"…"}; `locale` and `path` are optional.)";

struct CopyOptions {
  std::string locale = "en";
  bool explain = false;
};

/** A line of the input, or what is wrong with it. */
struct Asked {
  CopyField field = CopyField::Benefit;
  Path path = Path::Form;
  std::string locale, text;
  ErrorCode code = ErrorCode::CopySchema;
  std::string fault;  ///< empty if the line is valid
};

template <class E>
std::optional<E> codeIn(const Json& value) {
  return value.is_string() ? parse<E>(value.get_ref<const std::string&>()) : std::nullopt;
}

Asked readLine(const Json& line, const CopyOptions& options) {
  Asked asked;
  asked.locale = options.locale;
  if (line.is_discarded()) {
    asked.code = ErrorCode::JsonSyntax;
    asked.fault = "the line is not JSON";
    return asked;
  }
  const auto refused = [&asked](std::string fault) {
    asked.fault = std::move(fault);
    return asked;
  };
  if (!line.is_object()) return refused("the line is not a JSON object");
  for (const auto& [key, value] : line.items()) {
    if (key == "field") {
      const std::optional<CopyField> field = codeIn<CopyField>(value);
      if (!field) return refused("`field` must be decline, headline, benefit or accept");
      asked.field = *field;
    } else if (key == "path") {
      const std::optional<Path> path = codeIn<Path>(value);
      if (!path) return refused("`path` must be form, one_click or link");
      asked.path = *path;
    } else if (key == "locale" || key == "text") {
      if (!value.is_string()) return refused("`" + key + "` must be a string");
      (key == "text" ? asked.text : asked.locale) = value.get<std::string>();
    } else {
      return refused("the key `" + key + "` is unknown");
    }
  }
  for (const char* needed : {"field", "text"}) {
    if (!line.contains(needed)) return refused(std::string("`") + needed + "` is missing");
  }
  return asked;
}

/** Checks the lines and prints a result for each. Remembers the exit code. */
class CopyChecker {
 public:
  explicit CopyChecker(const CopyOptions& options) : options_(options) {}

  void checkLine(std::string_view text) {
    ++number_;
    Json line = Json::parse(text, nullptr, false);
    const Asked asked = readLine(line, options_);
    if (!asked.fault.empty()) return refuse(asked.code, asked.fault);
    Json codes = Json::array(), why = Json::array();
    std::optional<Severity> worst;
    for (const CopyFinding& finding : judgeCopy({asked.field, asked.locale, asked.text, asked.path})) {
      codes.push_back(toString(finding.code));
      why.push_back({{"code", toString(finding.code)},
                     {"severity", toString(finding.severity)},
                     {"message", finding.message},
                     {"hint", finding.hint}});
      if (!worst || finding.severity < *worst) worst = finding.severity;
    }
    line["findings"] = std::move(codes);
    line["severity"] = worst ? Json(toString(*worst)) : Json(nullptr);
    if (options_.explain) line["why"] = std::move(why);
    if (worst == Severity::Error && exit_ == kGood) exit_ = kBad;
    say(line);
  }

  void refuseLong() {
    ++number_;
    refuse(ErrorCode::TooLarge, "the line is longer than " + std::to_string(kMaxLine) + " bytes");
  }

  [[nodiscard]] int exit() const { return exit_; }

 private:
  void refuse(ErrorCode code, const std::string& message) {
    exit_ = kUnusable;
    say({{"ok", false},
         {"error", {{"code", toString(code)}, {"line", number_}, {"message", message + "."}, {"hint", kShape}}}});
  }

  static void say(const Json& line) { print(compact(line)); }

  const CopyOptions& options_;
  std::size_t number_ = 0;
  int exit_ = kGood;
};

/** Reads standard input line by line, and answers each line as soon as it is complete, for interactive callers. */
int runCheckCopy(const CopyOptions& options) {
  CopyChecker checker(options);
  std::string line;
  bool tooLong = false;
  const auto endLine = [&] {
    if (tooLong) {
      checker.refuseLong();
    } else {
      if (line.ends_with('\r')) line.pop_back();
      checker.checkLine(line);
    }
    line.clear();
    tooLong = false;
  };
  char chunk[1u << 16];
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      throw Unusable(ErrorCode::FileUnreadable, std::string("cannot read standard input: ") + std::strerror(errno),
                     "Give the texts on standard input, one JSON object per line.");
    }
    if (got == 0) break;
    std::string_view rest(chunk, static_cast<std::size_t>(got));
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view part = rest.substr(0, end);
      tooLong = tooLong || line.size() + part.size() > kMaxLine;
      if (!tooLong) line += part;
      if (end == std::string_view::npos) break;
      endLine();
      rest.remove_prefix(end + 1);
    }
    std::fflush(stdout);
  }
  if (!line.empty() || tooLong) endLine();
  return checker.exit();
}

}  // namespace

void addCheckCopy(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("check-copy", "Check the wording of offer texts");
  const auto options = std::make_shared<CopyOptions>();
  command->add_option("--locale", options->locale, "The language of lines without `locale`")->capture_default_str();
  command->add_flag("--explain", options->explain,
                    "Add `why` to each line: the findings with severity, message and hint");
  addJson(*command, request);
  command->footer(
      "Standard input has one JSON object per line: {\"field\":\"decline\",\"locale\":\"en\",\"text\":\"No thank\n"
      "you\"}. `field` is decline, headline, benefit or accept. An accept with \"path\":\"one_click\" must say that\n"
      "it charges. The output has one line for each: the object itself with `findings` (codes) and `severity` (the\n"
      "worst, or null), or {\"ok\":false,\"error\":{…}} with the number of the line.\n"
      "Exit codes: 0 no errors; 1 a text has errors; 2 a line is not valid.");
  command->callback([options, &request] { request.run = [options] { return runCheckCopy(*options); }; });
}

}  // namespace aftermint::cli
