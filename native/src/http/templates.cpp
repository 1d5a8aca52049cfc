#include "http/templates.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace aftermint {

namespace mustache = kainjow::mustache;

std::string readWholeFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + " cannot be read");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Templates::Templates(std::filesystem::path folder, std::initializer_list<const char*> names)
    : folder_(std::move(folder)) {
  const auto check = [this](const char* name) {
    const mustache::mustache parsed(text(name));
    if (!parsed.is_valid()) throw std::runtime_error(std::string(name) + ".html: " + parsed.error_message());
  };
  for (const char* name : {"_head", "_foot"}) check(name);
  for (const char* name : names) check(name);
}

std::string Templates::text(const std::string& name) const { return readWholeFile(folder_ / (name + ".html")); }

std::string Templates::render(const std::string& name, PageData data) const {
  mustache::mustache parsed(text(name));
  data.set("head", mustache::partial([this] { return text("_head"); }));
  data.set("foot", mustache::partial([this] { return text("_foot"); }));
  std::string page = parsed.render(data);
  if (!parsed.is_valid()) throw std::runtime_error(name + ".html: " + parsed.error_message());
  return page;
}

}  // namespace aftermint
