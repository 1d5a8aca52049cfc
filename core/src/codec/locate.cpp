#include "codec/locate.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "codec/faults.h"
#include "codec/scalars.h"

#if !AFTERMINT_PAGE
namespace aftermint::codec {
namespace {

/** An input iterator over the text that tells, through `at`, how far the lexer has read. */
struct Counting {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  const char* place = nullptr;
  const char** at = nullptr;

  const char& operator*() const { return *place; }
  Counting& operator++() {
    ++place;
    if (at != nullptr) *at = place;
    return *this;
  }
  Counting operator++(int) {
    Counting before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Counting& other) const { return place == other.place; }
  bool operator!=(const Counting& other) const { return place != other.place; }
};

/** Walks the text and notes where the values of the wanted pointers begin; keys count for unknown and repeated ones. */
class Locator : public nlohmann::json_sax<nlohmann::json> {
 public:
  Locator(std::string_view text, std::unordered_map<std::string, std::size_t>& wanted) : text_(text), wanted_(wanted) {}
  const char** at() { return &at_; }

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t&) override { return value(); }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    frames_.back().key = name;
    last_ = position();
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

 private:
  struct Frame {
    bool array;
    std::size_t length;  // of the pointer that leads here
    std::size_t index = 0;
    std::string key = {};
  };

  [[nodiscard]] std::size_t position() const {
    return at_ == nullptr ? 0 : static_cast<std::size_t>(at_ - text_.data());
  }

  /** Where the token that was just read begins: after the last one and what stands between tokens. */
  [[nodiscard]] std::size_t tokenStart() const {
    std::size_t start = last_;
    while (start < text_.size() && std::string_view(" \t\r\n,:").find(text_[start]) != std::string_view::npos) ++start;
    return start;
  }

  void enter() {
    if (!frames_.empty()) {
      Frame& top = frames_.back();
      pointer_.resize(top.length);
      appendPointer(pointer_, top.array ? std::to_string(top.index++) : top.key);
    }
    const auto found = wanted_.find(pointer_);
    // The last of repeated keys is the one that is too many.
    if (found != wanted_.end()) found->second = tokenStart();
  }
  bool value() {
    enter();
    last_ = position();
    return true;
  }
  bool open(bool array) {
    enter();
    last_ = position();
    frames_.push_back(Frame{array, pointer_.size()});
    return true;
  }
  bool close() {
    frames_.pop_back();
    last_ = position();
    return true;
  }

  std::string_view text_;
  std::unordered_map<std::string, std::size_t>& wanted_;
  const char* at_ = nullptr;
  std::size_t last_ = 0;
  std::string pointer_;
  std::vector<Frame> frames_;
};

void place(Fault& fault, std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  fault.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t start = before.rfind('\n');
  fault.column = 1 + codePoints(start == std::string_view::npos ? before : before.substr(start + 1));
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
  Locator locator(text, wanted);
  const Counting begin{text.data(), locator.at()};
  const Counting end{text.data() + text.size(), nullptr};
  nlohmann::json::sax_parse(begin, end, &locator);
  for (Fault& fault : faults) {
    if (fault.line != 0 || fault.code == ErrorCode::TooLarge) continue;
    if (fault.code == ErrorCode::JsonSyntax && brokenAt != 0) {
      place(fault, text, brokenAt - 1);
      continue;
    }
    std::size_t byte = wanted[fault.pointer];
    if (byte == kNowhere && !fault.pointer.empty()) byte = wanted[parentOf(fault.pointer)];
    place(fault, text, byte == kNowhere ? 0 : byte);
  }
}

}  // namespace aftermint::codec
#endif
