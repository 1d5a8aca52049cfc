#include "export/thrift_compact.h"

#include <utility>

namespace aftermint {
namespace {

enum FieldType : std::uint8_t {
  kTypeTrue = 1,
  kTypeFalse = 2,
  kTypeI32 = 5,
  kTypeI64 = 6,
  kTypeBinary = 8,
  kTypeList = 9,
  kTypeStruct = 12
};

}  // namespace

void ThriftCompact::unsignedNumber(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(0x80 | (value & 0x7f));
  bytes_ += static_cast<char>(value);
}

/** Zigzag: small numbers of both signs are short. */
void ThriftCompact::signedNumber(std::int64_t value) {
  unsignedNumber((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

void ThriftCompact::field(int id, std::uint8_t type) {
  const int step = id - std::exchange(lastIds_.back(), id);
  bytes_ += static_cast<char>(step << 4 | type);  // the ids of Parquet rise by less than 16
}

void ThriftCompact::number32(int id, std::int32_t value) {
  field(id, kTypeI32);
  signedNumber(value);
}

void ThriftCompact::number64(int id, std::int64_t value) {
  field(id, kTypeI64);
  signedNumber(value);
}

void ThriftCompact::flag(int id, bool value) { field(id, value ? kTypeTrue : kTypeFalse); }

void ThriftCompact::text(int id, std::string_view value) {
  field(id, kTypeBinary);
  element(value);
}

void ThriftCompact::beginStruct(int id) {
  field(id, kTypeStruct);
  beginElement();
}

void ThriftCompact::endStruct() {
  bytes_ += '\0';
  lastIds_.pop_back();
}

void ThriftCompact::beginList(int id, Element kind, std::size_t size) {
  constexpr std::size_t kShort = 15;
  field(id, kTypeList);
  const auto type = static_cast<std::uint8_t>(kind);
  if (size < kShort) {
    bytes_ += static_cast<char>(size << 4 | type);
    return;
  }
  bytes_ += static_cast<char>(0xf0 | type);
  unsignedNumber(size);
}

void ThriftCompact::element(std::int32_t value) { signedNumber(value); }

void ThriftCompact::element(std::string_view value) {
  unsignedNumber(value.size());
  bytes_ += value;
}

void ThriftCompact::beginElement() { lastIds_.push_back(0); }

std::string ThriftCompact::finish() {
  endStruct();
  return std::move(bytes_);
}

}  // namespace aftermint
