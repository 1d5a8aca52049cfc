/** @file Finds the first place where a text is not JSON. */
#include "faults/syntax_walk.h"

#include <cmath>

#include "codec/scalars.h"
#include "codec/scanner.h"

namespace aftermint::codec {
namespace {

class Walk {
 public:
  explicit Walk(std::string_view text) : in_(text) {}

  Stop run() {
    while (step()) stop_.before = stop_.at;
    return std::move(stop_);
  }

 private:
  /** Skips one token; false at an unexpected one and at the end. */
  bool step() {
    const char c = in_.next();
    stop_.at = stop_.inside = in_.offset();
    switch (stop_.expect) {
      case Expect::FirstElement:
        if (c == ']') return closing();
        return value(c);
      case Expect::Value:
      case Expect::Element:
        return value(c);
      case Expect::FirstKey:
        if (c == '}') return closing();
        return key(c);
      case Expect::Key:
        return key(c);
      case Expect::Colon:
        return c == ':' && mark(Expect::Value);
      case Expect::Comma: {
        const bool isArray = stop_.open.back().letter == '[';
        if (c == ',') return mark(isArray ? Expect::Element : Expect::Key);
        return c == (isArray ? ']' : '}') && closing();
      }
      case Expect::End:
        break;
    }
    return false;
  }

  bool mark(Expect next) {
    in_.skip();
    stop_.expect = next;
    return true;
  }

  bool closing() {
    in_.skip();
    stop_.open.pop_back();
    return behindValue();
  }

  bool behindValue() {
    stop_.expect = stop_.open.empty() ? Expect::End : Expect::Comma;
    return true;
  }

  bool key(char c) {
    if (c != '"' || !token(c)) return false;
    stop_.expect = Expect::Colon;
    return true;
  }

  bool value(char c) {
    if (c == '{' || c == '[') {
      stop_.open.push_back({c, stop_.at});
      return mark(c == '{' ? Expect::FirstKey : Expect::FirstElement);
    }
    return token(c) && behindValue();
  }

  /** Skips a text, a number or a literal. */
  bool token(char c) {
    double number = 0;
    bool isWhole = false;
    if (c == '"') {
      isWhole = in_.string();
    } else if (c == '-' || isDigit(c)) {
      isWhole = in_.number(number);
    } else if (c == 't' || c == 'f' || c == 'n') {
      isWhole = in_.literal(c == 't' ? "true" : c == 'f' ? "false" : "null");
    }
    stop_.inside = in_.offset();
    stop_.isTooLarge = isWhole && !std::isfinite(number);
    return isWhole && !stop_.isTooLarge;
  }

  Scanner in_;
  Stop stop_;
};

}  // namespace

Stop walkSyntax(std::string_view text) { return Walk(text).run(); }

}  // namespace aftermint::codec
