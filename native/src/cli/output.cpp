#include "cli/output.h"

#include <cstdio>

namespace aftermint::cli {
namespace {

void write(std::FILE* out, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), out);
  if (!text.ends_with('\n')) std::fputc('\n', out);
}

std::string line(std::string_view file, std::size_t row, std::size_t column, std::string_view severity,
                 std::string_view code, std::string_view pointer, std::string_view message, std::string_view mend) {
  std::string out(file.empty() ? "aftermint" : file);
  if (row > 0) out += ":" + std::to_string(row);
  if (row > 0 && column > 0) out += ":" + std::to_string(column);
  out += " ";
  out += severity;
  out += " ";
  out += code;
  if (!pointer.empty()) (out += " at ") += pointer;
  (out += ": ") += message;
  if (!message.empty() && !message.ends_with('.')) out += '.';
  if (!mend.empty()) (out += " Mend: ") += mend;
  return out += '\n';
}

}  // namespace

void print(std::string_view text) { write(stdout, text); }

void tell(std::string_view text) { write(stderr, text); }

std::string faultLines(const Unusable& unusable) {
  std::string out;
  for (const Fault& fault : unusable.faults()) {
    out += line(unusable.file(), fault.line, fault.column, "error", toString(fault.code), fault.pointer, fault.message,
                fault.mend);
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
  std::string out;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    out += line(file, places[i].line, places[i].column, toString(finding.severity), toString(finding.code),
                finding.pointer, finding.message, finding.mend);
  }
  return out;
}

int refuse(const Unusable& unusable, bool json) {
  if (json) {
    print(encodeFaults(unusable.faults(), unusable.file()));
  } else {
    tell(faultLines(unusable));
  }
  return kUnusable;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  const std::string plural = many.empty() ? std::string(one) + "s" : std::string(many);
  return std::to_string(count) + " " + (count == 1 ? std::string(one) : plural);
}

}  // namespace aftermint::cli
