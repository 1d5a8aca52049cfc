#include "http/representation.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "ids.h"
#include "text.h"

namespace aftermint {
namespace {

/** Whether `If-None-Match` names that tag. Weak and strong ones are alike here (RFC 9110, 13.1.2). */
bool hasTag(std::string_view header, std::string_view tag) {
  if (trimmed(header) == "*") return true;
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(','), header.size());
    std::string_view item = trimmed(header.substr(0, end));
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == tag) return true;
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return false;
}

/** A part of `size` bytes. */
struct ByteRange {
  std::size_t first;
  std::size_t size;
};

enum class RangeResult { None, Part, Unsatisfiable };

std::optional<std::size_t> numberIn(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/** Reads `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-COUNT`; None for any other text (RFC 9110, 14.2). */
RangeResult readRange(std::string_view header, std::size_t size, ByteRange& range) {
  constexpr std::string_view kUnit = "bytes=";
  if (lowered(header.substr(0, kUnit.size())) != kUnit) return RangeResult::None;
  const std::string_view spec = trimmed(header.substr(kUnit.size()));
  const std::size_t dash = spec.find('-');
  if (dash == std::string_view::npos || spec.find(',') != std::string_view::npos) return RangeResult::None;
  const auto first = numberIn(spec.substr(0, dash)), last = numberIn(spec.substr(dash + 1));
  if (dash == 0) {
    if (!last) return RangeResult::None;
    if (*last == 0 || size == 0) return RangeResult::Unsatisfiable;
    range.size = std::min(*last, size);
    range.first = size - range.size;
    return RangeResult::Part;
  }
  const bool isOpen = dash + 1 == spec.size();
  if (!first || (!isOpen && (!last || *last < *first))) return RangeResult::None;
  if (*first >= size) return RangeResult::Unsatisfiable;
  range.first = *first;
  range.size = (isOpen ? size - 1 : std::min(*last, size - 1)) - *first + 1;
  return RangeResult::Part;
}

}  // namespace

Representation::Representation(std::string text, std::string mediaType)
    : text_(std::move(text)),
      mediaType_(std::move(mediaType)),
      hash_(sha256Hex(text_).substr(0, 32)),
      isCompressible_(aftermint::isCompressible(mediaType_)) {}

std::size_t Representation::bytes() const {
  // Counted before they are made, so that what a cache holds does not grow behind its back.
  return text_.size() * (isCompressible_ && text_.size() <= kLargestEncoded ? 1 + kContentCodings.size() : 1);
}

std::string Representation::tagOf(ContentCoding coding) const {
  return "\"" + hash_ + (coding == ContentCoding::Identity ? "" : "-" + std::string(codingName(coding))) + "\"";
}

std::shared_ptr<const std::string> Representation::owned(const std::string& text) const {
  return {shared_from_this(), &text};
}

const std::string* Representation::coded(ContentCoding coding) const {
  if (!isCompressible_ || coding == ContentCoding::Identity) return nullptr;
  const std::lock_guard lock(mutex_);  // others that want this file wait, instead of compressing it too
  Coded& entry = coded_[coding == kContentCodings.front() ? 0 : 1];
  if (!entry.isMade) {
    entry.text = encoded(text_, coding);
    entry.isMade = true;
  }
  return entry.text ? &*entry.text : nullptr;
}

Response Representation::answer(const Request& request, std::string_view cacheControl) const {
  const bool wantsPart = request.method == "GET" && !request.header("range").empty();
  const ContentCoding wanted = wantsPart ? ContentCoding::Identity : acceptedCoding(request.header("accept-encoding"));
  const std::string* compressed = coded(wanted);
  const ContentCoding coding = compressed != nullptr ? wanted : ContentCoding::Identity;
  const std::string tag = tagOf(coding);
  Response response;
  response.contentType = mediaType_;
  response.with("ETag", tag).with("Cache-Control", std::string(cacheControl));
  if (isCompressible_) response.vary("Accept-Encoding");
  if (hasTag(request.header("if-none-match"), tag)) {
    response.status = 304;
    return response;
  }
  response.with("Accept-Ranges", "bytes");
  if (coding != ContentCoding::Identity) response.with("Content-Encoding", std::string(codingName(coding)));
  response.share(owned(compressed != nullptr ? *compressed : text_));
  return wantsPart ? part(request, std::move(response)) : response;
}

Response Representation::part(const Request& request, Response response) const {
  const std::string_view condition = request.header("if-range");
  if (!condition.empty() && condition != tagOf(ContentCoding::Identity)) return response;
  ByteRange range{};
  const std::string size = std::to_string(text_.size());
  switch (readRange(request.header("range"), text_.size(), range)) {
    case RangeResult::None:
      return response;
    case RangeResult::Unsatisfiable: {
      Response refused =
          faultResponse(416, RequestFault::RequestInvalid, "The file has no such bytes.", "It has " + size + " bytes.");
      refused.with("Content-Range", "bytes */" + size);
      return refused;
    }
    case RangeResult::Part:
      break;
  }
  response.status = 206;
  response.with("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                     std::to_string(range.first + range.size - 1) + "/" + size);
  response.share(owned(text_), range.first, range.size);
  return response;
}

}  // namespace aftermint
