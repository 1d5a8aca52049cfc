/** @file Files of a folder over HTTP. */
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "http/http.h"

namespace aftermint {

/** Values of Cache-Control: ask each time whether the file has changed, or never ask again. */
inline constexpr std::string_view kAskAgain = "no-cache";
inline constexpr std::string_view kForGood = "public, max-age=31536000, immutable";

/** Serves the files of a folder, cached until they change on disk. Never serves files outside of it or hidden ones. */
class StaticFiles {
 public:
  explicit StaticFiles(std::filesystem::path folder);

  /** The file under a relative path: 200 or 304 with an ETag; none where there is no such file. */
  [[nodiscard]] std::optional<Response> serve(const std::string& path, const Request& request,
                                              std::string_view cacheControl = kAskAgain);

  /** The same, or 404 as JSON. */
  [[nodiscard]] Response answer(const std::string& path, const Request& request,
                                std::string_view cacheControl = kAskAgain);

  /** `sha384-…` of a file, for `integrity`; empty where there is no such file. */
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

/** 200 with that text and tag, or 304 where the request has it already. */
[[nodiscard]] Response taggedResponse(const Request& request, std::string contentType, const std::string& text,
                                      const std::string& tag, std::string_view cacheControl = kAskAgain);

}  // namespace aftermint
