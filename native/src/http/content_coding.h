/** @file Compressed bodies: which coding a client takes, and the two that are made here. */
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace aftermint {

/** How a body is coded (RFC 9110, 8.4.1). */
enum class ContentCoding { Identity, Gzip, Brotli };

inline constexpr std::array<ContentCoding, 2> kContentCodings = {ContentCoding::Brotli, ContentCoding::Gzip};

inline constexpr std::size_t kLargestEncoded = 8u << 20;  ///< bytes; compressing more would take too long

/** The name in `Content-Encoding`: `gzip`, `br`; empty for Identity. */
[[nodiscard]] std::string_view codingName(ContentCoding coding);

/**
 * The best coding that an `Accept-Encoding` header allows, by its weights: of equal ones br before gzip before none.
 * Identity without a header, and also if the header excludes all, because a body as it is beats an error.
 */
[[nodiscard]] ContentCoding acceptedCoding(std::string_view acceptEncoding);

/** Whether compressing a body of this media type is worth it. Pictures and fonts are compressed as they are. */
[[nodiscard]] bool isCompressible(std::string_view mediaType);

/**
 * The text in a coding; none if that does not make it smaller, or for a text under 256 bytes or over
 * kLargestEncoded. Throws std::bad_alloc.
 */
[[nodiscard]] std::optional<std::string> encoded(std::string_view text, ContentCoding coding);

}  // namespace aftermint
