/** @file From JSON pointers to lines and columns. */
#include "codec/faults.h"

#include <algorithm>
#include <unordered_map>

#include "aftermint/text.h"
#include "codec/faults.h"
#include "codec/scalars.h"
#include "codec/scanner.h"

namespace aftermint::codec {
namespace {

/** Finds where the values of the wanted pointers begin. Stops where the text is not JSON. */
class Locator {
 public:
  Locator(std::string_view text, std::unordered_map<std::string, std::size_t>& wanted) : in_(text), wanted_(wanted) {}

  void walk() {
    do {
      if (!value()) return;
      while (!frames_.empty() && in_.next() == (frames_.back().isArray ? ']' : '}')) {
        in_.skip();
        frames_.pop_back();
      }
    } while (!frames_.empty() && member());
  }

 private:
  struct Frame {
    bool isArray;
    std::size_t length;  // of the pointer to this container
    std::size_t count = 0;
  };

  /** Skips what comes before the next element or the value of the next member. */
  bool member() {
    Frame& top = frames_.back();
    if (top.count++ > 0) {
      if (in_.next() != ',') return false;
      in_.skip();
      in_.next();
    }
    pointer_.resize(top.length);
    if (top.isArray) {
      appendPointer(pointer_, std::to_string(top.count - 1));
      return true;
    }
    if (in_.next() != '"' || !in_.string()) return false;
    appendPointer(pointer_, in_.text());
    if (in_.next() != ':') return false;
    in_.skip();
    return true;
  }

  /** Skips a value, or the bracket that opens it. */
  bool value() {
    const char first = in_.next();
    const std::size_t start = in_.offset();
    if (!token(first)) return false;
    const auto found = wanted_.find(pointer_);
    // Where a key is repeated, the last one is reported.
    if (found != wanted_.end()) found->second = start;
    if (first == '[' || first == '{') frames_.push_back(Frame{first == '[', pointer_.size()});
    return true;
  }

  bool token(char first) {
    double number = 0;
    switch (first) {
      case '[':
      case '{':
        in_.skip();
        return true;
      case '"':
        return in_.string();
      case 't':
        return in_.literal("true");
      case 'f':
        return in_.literal("false");
      case 'n':
        return in_.literal("null");
      default:
        return (first == '-' || (first >= '0' && first <= '9')) && in_.number(number);
    }
  }

  Scanner in_;
  std::unordered_map<std::string, std::size_t>& wanted_;
  std::string pointer_;
  std::vector<Frame> frames_;
};

/** Sets line and column of all faults from their bytes, in one pass over the text. */
void place(std::string_view text, std::vector<std::pair<std::size_t, Fault*>>& placed) {
  std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t at = 0, line = 1, column = 1;
  for (const auto& [byte, fault] : placed) {
    const std::string_view passed = text.substr(at, std::min(byte, text.size()) - at);
    const std::size_t newline = passed.rfind('\n');
    if (newline == std::string_view::npos) {
      column += codePoints(passed);
    } else {
      line += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
      column = 1 + codePoints(passed.substr(newline + 1));
    }
    at += passed.size();
    fault->line = line;
    fault->column = column;
  }
}

std::string parentOf(const std::string& pointer) { return pointer.substr(0, pointer.rfind('/')); }

}  // namespace

void locate(std::string_view text, std::size_t brokenAt, List<Fault>& faults) {
  std::unordered_map<std::string, std::size_t> wanted;
  constexpr std::size_t kNowhere = std::string_view::npos;
  for (const Fault& fault : faults) {
    if (fault.line != 0 || fault.code == ErrorCode::TooLarge) continue;
    wanted.emplace(fault.pointer, kNowhere);
    if (!fault.pointer.empty()) wanted.emplace(parentOf(fault.pointer), kNowhere);
  }
  if (wanted.empty()) return;
  Locator(text, wanted).walk();
  std::vector<std::pair<std::size_t, Fault*>> placed;
  for (Fault& fault : faults) {
    if (fault.line != 0 || fault.code == ErrorCode::TooLarge) continue;
    std::size_t byte = brokenAt - 1;
    if (fault.code != ErrorCode::JsonSyntax || brokenAt == 0) {
      byte = wanted[fault.pointer];
      if (byte == kNowhere && !fault.pointer.empty()) byte = wanted[parentOf(fault.pointer)];
      if (byte == kNowhere) byte = 0;
    }
    placed.emplace_back(byte, &fault);
  }
  place(text, placed);
}

}  // namespace aftermint::codec

namespace aftermint {

void locateFaults(std::string_view text, List<Fault>& faults) { codec::locate(text, 0, faults); }

}  // namespace aftermint
