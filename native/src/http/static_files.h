/** @file Files of a folder over HTTP. */
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "http/http.h"

namespace aftermint {

/** Values of Cache-Control: the browser asks each time whether the file has changed, or never asks again. */
inline constexpr std::string_view kAskAgain = "no-cache";
inline constexpr std::string_view kForGood = "public, max-age=31536000, immutable";

/**
 * Serves the files of a folder; keeps them in memory until they change on disk. Safe to call from several threads.
 *
 * Hidden files (a part of the path begins with a dot) and files outside of the folder, also by a link, are not served.
 * Members throw std::runtime_error if a file cannot be read.
 */
class StaticFiles {
 public:
  explicit StaticFiles(std::filesystem::path folder);

  /** The file under a relative path: 200 or 304 with an ETag; none if there is no such file. */
  [[nodiscard]] std::optional<Response> serve(const std::string& path, const Request& request,
                                              std::string_view cacheControl = kAskAgain);

  /** As `serve`, but 404 with a JSON error if there is no such file. */
  [[nodiscard]] Response answer(const std::string& path, const Request& request,
                                std::string_view cacheControl = kAskAgain);

  /** `sha384-…` of a file, for the HTML attribute `integrity`; empty if there is no such file. */
  [[nodiscard]] std::string integrity(const std::string& path);

 private:
  struct File {
    std::filesystem::file_time_type changed;
    std::string text;
    std::string tag;
    std::string integrity;
  };
  [[nodiscard]] std::shared_ptr<const File> find(const std::string& path);

  std::filesystem::path folder_;
  std::mutex mutex_;  ///< guards files_
  std::map<std::string, std::shared_ptr<const File>> files_;
};

/** 200 with that text and the ETag `tag` (quotes included), or 304 if the request's `If-None-Match` has the tag. */
[[nodiscard]] Response taggedResponse(const Request& request, std::string contentType, const std::string& text,
                                      const std::string& tag, std::string_view cacheControl = kAskAgain);

}  // namespace aftermint
