/** @file Reads a JSON text into structs by its Shape, in one pass. */
#pragma once

#include "codec/faults.h"
#include "codec/scanner.h"

namespace aftermint::codec {

/** Where the next value goes; a null slot: it is skipped. */
struct Target {
  Kind kind = Kind::Free;
  const Field* field = nullptr;
  void* slot = nullptr;
};

/**
 * Goes down the arrays and objects of the text, a frame for each on the stack, and puts each value where the Shape
 * says.
 *
 * A fault in the shape is noted and reading goes on, so that a person sees all of them at once; a fault in
 * the syntax, the depth or the count of faults ends it. It holds no DOM: that alone halves the page's module
 * (24 KB against 12 KB, brotli).
 */
class Reader {
 public:
  /** `target` is a default-made struct of the kind the shape describes; or a Value where `shape` is null. */
  Reader(const Shape* shape, void* target, ErrorCode code, const Limits& limits, List<Fault>& faults)
      : shape_(shape), target_(target), code_(code), limits_(limits), faults_(faults), in_({}) {}

  /** Reads the one value that the text is. What stands against it is added to the faults. */
  void read(std::string_view text);

  /** Byte the syntax broke at, from 1; 0 where it did not. */
  [[nodiscard]] std::size_t brokenAt() const { return brokenAt_; }

 private:
  enum class Open : std::uint8_t { Record, List, Map, FreeObject, FreeArray, Skip };
  struct Frame {
    Frame* above;       ///< null for the outermost
    std::size_t depth;  ///< from 1
    Open open = Open::Skip;
    bool keyed = false;            ///< Record, Map, FreeObject: `key` is the one being read
    const Shape* shape = nullptr;  ///< of Record
    const Field* field = nullptr;  ///< Record: the key just read, null if unknown; List, Map: the list itself
    void* target = nullptr;
    std::uint64_t seen = 0;  ///< Record: keys by position; FreeObject: keys by a hash of 6 bits
    std::size_t count = 0;   ///< List, Map: elements so far; Record: where the next key is looked for first
    std::string_view key{};  ///< the key being read
    Text unescapedKey{};     ///< its letters, where the text has escapes for them
#if AFTERMINT_PAGE
    const char* keys = nullptr;  ///< of Record: the letters of the key that is looked for first
#endif
  };
  // Each gives false where reading ends.
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
  Frame* top_ = nullptr;  ///< the innermost of the open ones
  std::size_t brokenAt_ = 0;
#if !AFTERMINT_PAGE
  std::string currency_;  ///< the one read last, to say what money with a point means
#endif
};

}  // namespace aftermint::codec
