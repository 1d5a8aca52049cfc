/** @file Pages from templates (https://mustache.github.io/mustache.5.html). */
#pragma once

#include <filesystem>
#include <initializer_list>
#include <kainjow/mustache.hpp>
#include <string>

namespace aftermint {

using PageData = kainjow::mustache::data;

/** Templates of a folder, read again for every page, so that an edit shows at once. Values are HTML-escaped. */
class Templates {
 public:
  /**
   * Reads the templates of these names once, and `_head` and `_foot`, to find mistakes early. Throws std::runtime_error
   * naming the first that is missing or malformed.
   */
  Templates(std::filesystem::path folder, std::initializer_list<const char*> names);

  /** Renders `NAME.html` with the partials `_head.html` and `_foot.html`. Throws std::runtime_error. */
  [[nodiscard]] std::string render(const std::string& name, PageData data) const;

 private:
  [[nodiscard]] std::string text(const std::string& name) const;

  std::filesystem::path folder_;
};

/** A whole file. Throws std::runtime_error if it cannot be read. */
[[nodiscard]] std::string readWholeFile(const std::filesystem::path& path);

}  // namespace aftermint
