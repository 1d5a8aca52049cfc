/** @file Reads JSON into structs by their Shape, in one pass. */
#pragma once

#include "codec/faults.h"
#include "codec/scanner.h"

namespace aftermint::codec {

/** Where the next value is written; with a null slot it is skipped. */
struct Target {
  Kind kind = Kind::Free;
  const Field* field = nullptr;
  void* slot = nullptr;
};

/**
 * A recursive descent parser with one frame on the stack for each open array or object.
 *
 * After a fault of the shape it continues, so that people see all faults at once. Reading ends after a fault of the
 * syntax, where the text is nested too deeply, and after too many faults. There is no DOM, which halves the page's
 * module (12 KB instead of 24 KB, brotli).
 */
class Reader {
 public:
  /** `target` is a default-constructed struct of the shape; a Value where `shape` is null. */
  Reader(const Shape* shape, void* target, ErrorCode code, const Limits& limits, List<Fault>& faults)
      : shape_(shape), target_(target), code_(code), limits_(limits), faults_(faults), in_({}) {}

  /** Reads the text, which must be one value. Adds what is wrong to the faults. */
  void read(std::string_view text);

  /** The byte of the syntax error, from 1; 0 where there is none. */
  [[nodiscard]] std::size_t brokenAt() const { return brokenAt_; }

 private:
  enum class Open : std::uint8_t { Record, List, Map, FreeObject, FreeArray, Skip };
  struct Frame {
    Frame* above;       ///< null for the outermost
    std::size_t depth;  ///< from 1
    Open open = Open::Skip;
    bool keyed = false;            ///< Record, Map, FreeObject: the value of `key` is being read
    const Shape* shape = nullptr;  ///< of Record
    const Field* field = nullptr;  ///< Record: of the current key, null if unknown; List, Map: of the list itself
    void* target = nullptr;
    std::uint64_t seen = 0;  ///< Record: a bit for each key read; FreeObject: a bit for each 6-bit hash of a key
    std::size_t count = 0;   ///< List, Map: elements so far; Record: where the search for the next key begins
    std::string_view key{};  ///< the current key
    Text unescapedKey{};     ///< the current key, where the text writes it with escapes
#if AFTERMINT_PAGE
    const char* keys = nullptr;  ///< Record: the characters of the key where the search begins
#endif
  };
  // Each returns false where reading ends.
  bool value();
  bool container(bool isArray, const Target& target);
  bool members(Frame& frame, bool isArray);
  bool number(double value, const Target& target);
  bool text(const Target& target);
  bool key(Frame& frame);
  bool close(Frame& frame);
  bool fault(Why why, const Target& target = {}, std::string_view got = {});
  bool syntax();
  bool unexpected();

  [[nodiscard]] bool isAbsent() const;
  Target next();
  [[nodiscard]] Text letters() const;
  void keepKey(Frame& frame);
  void checkRecord(const Frame& frame);
  static void writePointer(const Frame* frame, Scratch& out);

  const Shape* shape_;
  void* target_;
  ErrorCode code_;
  const Limits& limits_;
  List<Fault>& faults_;
  Scanner in_;
  Frame* top_ = nullptr;  ///< the innermost open array or object
  std::size_t brokenAt_ = 0;
#if !AFTERMINT_PAGE
  std::string currency_;  ///< the last one read, for the message about money with a point
#endif
};

}  // namespace aftermint::codec
