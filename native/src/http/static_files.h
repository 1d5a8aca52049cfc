/** @file Files of a folder over HTTP. */
#pragma once

#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <mutex>

#include "http/representation.h"

namespace aftermint {

/**
 * Serves the files of a folder. Safe to call from several threads.
 *
 * Files are kept in memory until they change on disk, each once, however its path is spelt, and only so many that they
 * fit: the one goes that was not used for the longest time. A file that answers still send is not read again. Hidden
 * files (a part of the path begins with a dot) and files outside of the folder, also by a link, are not served. Members
 * throw std::runtime_error if a file cannot be read.
 */
class StaticFiles {
 public:
  static constexpr std::size_t kCacheBytes = 64u << 20;

  explicit StaticFiles(std::filesystem::path folder, std::size_t cacheBytes = kCacheBytes);

  /** The file under a relative path (Representation::answer); none if there is no such file. */
  [[nodiscard]] std::optional<Response> serve(const std::string& path, const Request& request,
                                              std::string_view cacheControl = kAskAgain);

  /** As `serve`, but 404 with a JSON error if there is no such file. */
  [[nodiscard]] Response answer(const std::string& path, const Request& request,
                                std::string_view cacheControl = kAskAgain);

  /** `sha384-…` of a file, for the HTML attribute `integrity`; empty if there is no such file. */
  [[nodiscard]] std::string integrity(const std::string& path);

  /** Bytes that the kept files take at most, with their compressed forms. */
  [[nodiscard]] std::size_t cachedBytes() const;
  /** How many files are kept. */
  [[nodiscard]] std::size_t cachedFiles() const;

 private:
  struct File : Representation {
    File(std::string body, std::string mediaType, std::filesystem::file_time_type time)
        : Representation(std::move(body), std::move(mediaType)), changed(time) {}
    std::filesystem::file_time_type changed;
    std::string integrity;
  };
  using Names = std::list<std::string>;
  struct Entry {
    std::weak_ptr<const File> file;    ///< still there while an answer sends it
    std::shared_ptr<const File> kept;  ///< null: it had to make room
    Names::iterator place;             ///< in used_, if it is kept
  };
  [[nodiscard]] std::shared_ptr<const File> find(const std::string& path);
  void keep(const std::string& name, const std::shared_ptr<const File>& file);
  void release(Entry& entry);

  std::filesystem::path folder_;
  std::size_t cacheBytes_;
  mutable std::mutex mutex_;            ///< guards what follows
  std::map<std::string, Entry> files_;  ///< by real path
  Names used_;                          ///< real paths of what is kept, the last used first
  std::size_t bytes_ = 0;
};

}  // namespace aftermint
