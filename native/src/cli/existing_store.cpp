#include "cli/existing_store.h"

#include <algorithm>
#include <filesystem>

#include "text.h"
#include "unusable.h"

namespace aftermint::cli {

namespace {

constexpr std::string_view kSqlite = "sqlite:";

}  // namespace

std::string storeUrl(const std::string& given) {
  const auto end = std::find_if_not(given.begin(), given.end(), isAsciiLetter);
  const bool hasScheme = end != given.begin() && end != given.end() && *end == ':';
  // A scheme that no store has must not become the name of a file.
  return hasScheme || given.find("://") != std::string::npos ? given : std::string(kSqlite) + given;
}

std::string existingStore(const std::string& given) {
  const std::string url = storeUrl(given);
  if (!url.starts_with(kSqlite)) return url;
  const std::string path = url.substr(kSqlite.size());
  std::error_code error;
  // SQLite would take an empty file for an empty database.
  if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) == 0) {
    throw Unusable(ErrorCode::FileUnreadable, "there is no store at " + path,
                   "Give the store of `aftermint serve --store`, as sqlite:PATH.", path);
  }
  return url;
}

}  // namespace aftermint::cli
