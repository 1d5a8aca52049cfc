#include "events/clickhouse_client.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <random>
#include <thread>

#include "events/clickhouse_tsv.h"

namespace aftermint {
namespace {

constexpr std::chrono::milliseconds kFirstPause{50};
constexpr std::chrono::milliseconds kLongestRetryPause{2'000};
constexpr std::size_t kMessageBytes = 400;
constexpr int kHttpOk = 200;

/** Errors of the engine that pass: time-outs, too much at once, a network between shards, a start or a stop. */
constexpr std::array kPassingCodes = {159, 160, 164, 198, 202, 203, 209, 210, 225,
                                      236, 241, 242, 243, 252, 279, 319, 999};

/** The number in `Code: 252, …`; 0 if there is none. */
int codeOfMessage(std::string_view message) {
  constexpr std::string_view kMark = "Code: ";
  const std::size_t at = message.find(kMark);
  int code = 0;
  if (at != std::string_view::npos) {
    std::from_chars(message.data() + at + kMark.size(), message.data() + message.size(), code);
  }
  return code;
}

/** One line for people and logs: short, without control characters. */
std::string shortMessage(std::string_view message) {
  std::string line(message.substr(0, kMessageBytes));
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string percentDecoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int byte = 0;
    if (text[i] == '%') {
      const char* first = text.data() + i + 1;
      if (i + 2 >= text.size() || std::from_chars(first, first + 2, byte, 16).ptr != first + 2) {
        throw StoreError("the store's URL has a % without two hex digits");
      }
      plain.push_back(static_cast<char>(byte));
      i += 2;
    } else {
      plain.push_back(text[i]);
    }
  }
  return plain;
}

constexpr std::string_view kClickHouseScheme = "clickhouse://";
constexpr std::string_view kSecureScheme = "clickhouses://";
constexpr std::uint16_t kSecurePort = 8443;

}  // namespace

bool isClickHouseUrl(std::string_view url) {
  return url.starts_with(kClickHouseScheme) || url.starts_with(kSecureScheme);
}

ClickHouseAddress::ClickHouseAddress(const std::string& url) {
  if (!isClickHouseUrl(url)) throw StoreError("the store's URL begins neither with clickhouse:// nor clickhouses://");
  isSecure = url.starts_with(kSecureScheme);
  if (isSecure) port = kSecurePort;
  std::string_view rest = std::string_view(url).substr((isSecure ? kSecureScheme : kClickHouseScheme).size());
  if (rest.find_first_of("?#") != std::string_view::npos) {
    throw StoreError("the store's URL has a ? or a #; for TLS write clickhouses://, in a password %3F and %23");
  }
  if (const std::size_t slash = rest.find('/'); slash != std::string_view::npos) {
    const std::string name = percentDecoded(rest.substr(slash + 1));
    if (name.find('/') != std::string::npos) throw StoreError("the store's URL names more than one database");
    if (!name.empty()) database = name;
    rest = rest.substr(0, slash);
  }
  if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos) {
    const std::string_view credentials = rest.substr(0, at);
    const std::size_t colon = credentials.find(':');
    user = percentDecoded(credentials.substr(0, colon));
    if (colon != std::string_view::npos) password = percentDecoded(credentials.substr(colon + 1));
    if (user.find(':') != std::string::npos) throw StoreError("a user of ClickHouse has a colon in its name");
    rest = rest.substr(at + 1);
  }
  const std::size_t colon = rest.rfind(':');
  if (colon != std::string_view::npos && rest.find(']', colon) == std::string_view::npos) {
    const std::string_view digits = rest.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size() || port == 0) {
      throw StoreError("the store's URL has no valid port");
    }
    rest = rest.substr(0, colon);
  }
  host = rest;
  const bool isHost = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("-_.:[]").find(c) != std::string_view::npos;
  });
  if (!isHost) throw StoreError("the store's URL names no host");
}

std::string ClickHouseAddress::name() const { return "ClickHouse at " + host + ":" + std::to_string(port); }

/** What is sent, and where the answer goes. */
struct ClickHouseClient::Attempt {
  std::string url;
  const std::string& body;
  bool isInsert = false;
  std::chrono::milliseconds timeout;
  std::function<void(std::string_view)> stream = {};  ///< takes the answer in parts; empty: it is collected
};

/** How an attempt ended. */
struct ClickHouseClient::Outcome {
  bool isGood = false;
  bool mayPass = false;  ///< the same again may succeed
  std::string text;      ///< the answer, or what went wrong
};

ClickHouseClient::ClickHouseClient(ClickHouseAddress address, ClickHouseLimits limits)
    : address_(std::move(address)), limits_(limits) {}

std::string ClickHouseClient::urlOf(const std::string& insert, const ClickHouseCall& call) const {
  std::string url = (address_.isSecure ? "https://" : "http://") + address_.host + ":" + std::to_string(address_.port) +
                    "/?database=" + percentCoded(address_.database);
  const auto add = [&url](std::string_view name, std::string_view value) {
    url += "&" + percentCoded(name) + "=" + percentCoded(value);
  };
  // An error after the first rows then has a status of its own.
  add("wait_end_of_query", "1");
  if (!call.session.empty()) add("session_id", call.session);
  if (call.isReading) {
    add("max_execution_time",
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(limits_.reading).count()));
  }
  for (const auto& [name, value] : call.settings) add(name, value);
  if (!insert.empty()) add("query", insert);
  return url;
}

ClickHouseClient::Outcome ClickHouseClient::tryOnce(const Attempt& attempt) {
  CurlRequest request;
  request.url = attempt.url;
  request.body = &attempt.body;
  if (!address_.user.empty() || !address_.password.empty()) {
    request.user = address_.user.empty() ? "default" : address_.user;
    request.password = address_.password;
  }
  request.isDirect = true;  // a proxy of the environment is for the internet
  request.connect = limits_.connect;
  request.whole = attempt.timeout;
  request.most = limits_.bytes;
  request.stream = attempt.stream;
  CurlAnswer answer;
  try {
    answer = client_.send(request);
  } catch (const CurlFailure& failure) {
    return {false, failure.maySucceedLater(), failure.what()};
  }
  if (answer.status == kHttpOk) return {true, false, std::move(answer.body)};
  const int error = codeOfMessage(answer.body);
  const bool mayPass = error == 0 ? answer.status >= 500
                                  : std::find(kPassingCodes.begin(), kPassingCodes.end(), error) != kPassingCodes.end();
  std::string message = shortMessage(answer.body);
  if (message.empty()) message = "HTTP status " + std::to_string(answer.status);
  return {false, mayPass, std::move(message)};
}

std::string ClickHouseClient::perform(const std::string& insert, const std::string& body, const ClickHouseCall& call) {
  using SteadyClock = std::chrono::steady_clock;
  thread_local std::minstd_rand random(std::random_device{}());
  const auto start = SteadyClock::now();
  const auto end = start + limits_.total;
  std::chrono::milliseconds pause = kFirstPause;
  Attempt attempt{urlOf(insert, call), body, !insert.empty(), call.isReading ? limits_.reading : limits_.answer};
  for (;;) {
    if (!call.isReading) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - SteadyClock::now());
      attempt.timeout = std::clamp(left, kFirstPause, limits_.answer);
    }
    Outcome outcome = tryOnce(attempt);
    if (outcome.isGood) return std::move(outcome.text);
    // Half to all of the pause, so that collectors do not come back together.
    const std::chrono::milliseconds wait(
        std::uniform_int_distribution<std::int64_t>(pause.count() / 2, pause.count())(random));
    if (!outcome.mayPass || !call.isRepeatable || SteadyClock::now() + wait >= end) {
      throw StoreError(address_.name() + ": " + outcome.text);
    }
    std::this_thread::sleep_for(wait);
    pause = std::min(pause * 2, kLongestRetryPause);
  }
}

void ClickHouseClient::run(const std::string& sql, const ClickHouseCall& call) { (void)perform({}, sql, call); }

ClickHouseRows ClickHouseClient::rows(const std::string& sql, const ClickHouseCall& call) {
  ClickHouseRows rows;
  TsvReader reader([&rows](const std::vector<std::string>& row) { rows.push_back(row); });
  reader.take(perform({}, sql + " FORMAT TabSeparated", call));
  reader.finish();
  return rows;
}

void ClickHouseClient::eachRow(const std::string& sql, ClickHouseCall call,
                               const std::function<void(const std::vector<std::string>&)>& take) {
  call.isReading = true;
  const std::string body = sql + " FORMAT TabSeparated";
  TsvReader reader(take);
  Attempt attempt{urlOf({}, call), body, false, limits_.reading};
  attempt.stream = [&reader](std::string_view bytes) { reader.take(bytes); };
  const Outcome outcome = tryOnce(attempt);
  if (!outcome.isGood) {
    throw StoreError(address_.name() + ": " + outcome.text);
  }
  reader.finish();
}

std::string ClickHouseClient::value(const std::string& sql, const ClickHouseCall& call) {
  const ClickHouseRows all = rows(sql, call);
  if (all.size() != 1 || all.front().size() != 1) throw StoreError("ClickHouse gave no single value");
  return all.front().front();
}

void ClickHouseClient::insert(const std::string& sql, const std::string& data, const ClickHouseCall& call) {
  (void)perform(sql, data, call);
}

std::string clickHouseText(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\0') {
      literal += "\\0";
    } else {
      if (c == '\\' || c == '\'') literal.push_back('\\');
      literal.push_back(c);
    }
  }
  return literal + "'";
}

std::string clickHouseName(std::string_view name) {
  std::string quoted = "`";
  for (const char c : name) {
    if (c == '\\' || c == '`') quoted.push_back('\\');
    quoted.push_back(c);
  }
  return quoted + "`";
}

}  // namespace aftermint
