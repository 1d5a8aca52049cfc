/** @file A text that is served often: its codings, its tags, and parts of it. */
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "http/content_coding.h"
#include "http/http.h"

namespace aftermint {

/** Values of Cache-Control: the browser asks each time whether the file has changed, or never asks again. */
inline constexpr std::string_view kAskAgain = "no-cache";
inline constexpr std::string_view kForGood = "public, max-age=31536000, immutable";

/**
 * A text with its media type. Each coding is made once, when it is first asked for. Safe to call from several threads.
 *
 * It must be owned by a std::shared_ptr, which each answer holds until it is sent.
 */
class Representation : public std::enable_shared_from_this<Representation> {
 public:
  Representation(std::string text, std::string mediaType);

  /**
   * The answer to GET or HEAD (RFC 9110): 200; 304 if `If-None-Match` names the tag; for `Range` with one part of it
   * 206, or 416 if there are no such bytes. Several parts are answered with the whole.
   *
   * The body is compressed as `Accept-Encoding` allows, if that helps, with a tag of its own; parts are of the text as
   * it is. Bodies are shared, so many answers at once need the memory of one. Throws std::bad_alloc.
   */
  [[nodiscard]] Response answer(const Request& request, std::string_view cacheControl = kAskAgain) const;

  /** The ETag of the text as it is, with its quotation marks. */
  [[nodiscard]] std::string tag() const { return tagOf(ContentCoding::Identity); }
  [[nodiscard]] const std::string& text() const { return text_; }
  /** The bytes that the text and its codings take at most, made or not. */
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Coded {
    bool isMade = false;
    std::optional<std::string> text;  ///< none: this coding is of no use
  };
  /** The text in a coding; null if it is of no use. */
  [[nodiscard]] const std::string* coded(ContentCoding coding) const;
  [[nodiscard]] std::shared_ptr<const std::string> owned(const std::string& text) const;
  [[nodiscard]] std::string tagOf(ContentCoding coding) const;
  [[nodiscard]] Response part(const Request& request, Response response) const;

  std::string text_;
  std::string mediaType_;
  std::string hash_;
  bool isCompressible_;
  mutable std::mutex mutex_;  ///< guards coded_
  mutable std::array<Coded, kContentCodings.size()> coded_;
};

}  // namespace aftermint
