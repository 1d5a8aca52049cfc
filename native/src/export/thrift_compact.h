/** @file Thrift's compact protocol, in which Parquet writes its metadata. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aftermint {

/**
 * Writes one struct of Thrift's compact protocol (thrift.apache.org, thrift-compact-protocol.md). Fields of a struct
 * come with rising ids. Written here because Thrift's library would need generated code for a dozen structs.
 */
class ThriftCompact {
 public:
  enum class Element : std::uint8_t { I32 = 5, Binary = 8, Struct = 12 };

  void number32(int id, std::int32_t value);
  void number64(int id, std::int64_t value);
  void flag(int id, bool value);
  void text(int id, std::string_view value);

  void beginStruct(int id);
  void endStruct();

  /** Call exactly `size` of the functions for elements afterwards. */
  void beginList(int id, Element kind, std::size_t size);
  void element(std::int32_t value);
  void element(std::string_view value);
  /** An element that is a struct; it ends with `endStruct`. */
  void beginElement();

  /** The bytes of the whole struct. Call it once, at the end. */
  [[nodiscard]] std::string finish();

 private:
  void field(int id, std::uint8_t type);
  void unsignedNumber(std::uint64_t value);
  void signedNumber(std::int64_t value);

  std::string bytes_;
  std::vector<int> lastIds_ = {0};  ///< of the open structs, the outermost first
};

}  // namespace aftermint
