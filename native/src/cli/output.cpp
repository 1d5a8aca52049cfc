#include "cli/output.h"

#include <algorithm>
#include <cstdio>

#include "aftermint/check.h"
#include "cli/document.h"
#include "visible_text.h"

namespace aftermint::cli {
namespace {

void write(std::FILE* out, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), out);
  if (!text.ends_with('\n')) std::fputc('\n', out);
}

}  // namespace

void print(std::string_view text) { write(stdout, visibleText(text)); }

void printDocument(std::string_view text) { write(stdout, text); }

void printMessage(std::string_view text) { write(stderr, visibleText(text)); }

std::string messageLine(const Message& message) {
  std::string out = message.file.empty() ? "aftermint" : visibleLine(message.file);
  if (message.line > 0) out += ":" + std::to_string(message.line);
  if (message.line > 0 && message.column > 0) out += ":" + std::to_string(message.column);
  out += " ";
  out += message.severity;
  out += " ";
  out += message.code;
  if (!message.pointer.empty()) out += " at " + visibleLine(message.pointer);
  out += ": " + visibleLine(message.message);
  if (!message.message.empty() && !message.message.ends_with('.')) out += '.';
  if (!message.hint.empty()) out += " Hint: " + visibleLine(message.hint);
  return out += '\n';
}

std::string faultLines(const Unusable& unusable) {
  std::string out;
  for (const Fault& fault : unusable.faults()) {
    out += messageLine({unusable.file(), fault.line, fault.column, "error", toString(fault.code), fault.pointer,
                        fault.message, fault.hint});
  }
  return out;
}

std::string findingLines(const std::vector<Finding>& findings, std::string_view file, std::string_view text) {
  std::vector<Fault> places;
  for (const Finding& finding : findings) {
    Fault place;
    place.pointer = finding.pointer;
    places.push_back(std::move(place));
  }
  locateFaults(text, places);
  // Notes of one code share a line, so that they do not hide errors.
  const auto isSameNote = [](const Finding& a, const Finding& b) {
    return a.severity == Severity::Info && b.severity == Severity::Info && a.code == b.code;
  };
  std::string out;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    const auto same = [&](const Finding& other) { return isSameNote(finding, other); };
    const auto here = findings.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(findings.begin(), here, same)) continue;
    const auto more = static_cast<std::size_t>(std::count_if(here + 1, findings.end(), same));
    const std::string others =
        more == 0 ? "" : " The same holds at " + counted(more, "more place") + " (--json lists them).";
    out += messageLine({file, places[i].line, places[i].column, toString(finding.severity), toString(finding.code),
                        finding.pointer, finding.message + others, finding.hint});
  }
  return out;
}

int refuse(const Unusable& unusable, bool json) {
  if (json) {
    print(encodeFaults(unusable.faults(), unusable.file()));
  } else {
    printMessage(faultLines(unusable));
  }
  return kUnusable;
}

std::string tally(const Book& book, const std::vector<Finding>& findings) {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; }));
  };
  return counted(book.products.size(), "product") + ", " + counted(book.offers.size(), "offer") + "; " +
         counted(count(Severity::Error), "error") + ", " + counted(count(Severity::Warning), "warning") + ", " +
         counted(count(Severity::Info), "note") + ".";
}

int exitOf(const std::vector<Finding>& findings) {
  const bool bad = std::any_of(findings.begin(), findings.end(),
                               [](const Finding& finding) { return finding.severity == Severity::Error; });
  return bad ? kBad : kGood;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  const std::string plural = many.empty() ? std::string(one) + "s" : std::string(many);
  return std::to_string(count) + " " + (count == 1 ? std::string(one) : plural);
}

}  // namespace aftermint::cli
