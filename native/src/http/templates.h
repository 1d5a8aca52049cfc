/** @file Pages from mustache templates. */
#pragma once

#include <filesystem>
#include <kainjow/mustache.hpp>
#include <string>

namespace aftermint {

using PageData = kainjow::mustache::data;

/** Templates of a folder, read anew for every page so that an edit shows at once; values are HTML-escaped. */
class Templates {
 public:
  /** Throws std::runtime_error naming the first template that is missing or malformed. */
  explicit Templates(std::filesystem::path folder);

  /** Renders `NAME.html` with the partials `_head.html` and `_foot.html`. Throws std::runtime_error. */
  [[nodiscard]] std::string render(const std::string& name, PageData data) const;

 private:
  [[nodiscard]] std::string text(const std::string& name) const;

  std::filesystem::path folder_;
};

/** A whole file. Throws std::runtime_error where it cannot be read. */
[[nodiscard]] std::string readWholeFile(const std::filesystem::path& path);

}  // namespace aftermint
