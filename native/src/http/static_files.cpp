#include "http/static_files.h"

#include <array>

#include "http/templates.h"
#include "ids.h"

namespace aftermint {
namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view extension;
  std::string_view type;
};

// application/wasm must stand alone: streaming compilation refuses any parameter.
constexpr std::array<MediaType, 16> kMediaTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".ts", "text/plain; charset=utf-8"},
    {".woff2", "font/woff2"},
    {".webmanifest", "application/manifest+json"},
}};

std::string_view mediaType(const fs::path& path) {
  const std::string extension = path.extension().string();
  for (const MediaType& known : kMediaTypes) {
    if (known.extension == extension) return known.type;
  }
  return "application/octet-stream";
}

/** A path with a piece that starts with a dot: hidden, or on its way out of the folder. */
bool isHidden(const fs::path& path) {
  for (const fs::path& piece : path) {
    if (piece.native().rfind('.', 0) == 0) return true;
  }
  return path.is_absolute();
}

/** Whether `If-None-Match` names that tag. */
bool hasTag(std::string_view header, std::string_view tag) {
  return header == "*" || (!tag.empty() && header.find(tag) != std::string_view::npos);
}

}  // namespace

Response taggedResponse(const Request& request, std::string contentType, const std::string& text,
                        const std::string& tag, std::string_view cacheControl) {
  Response response;
  response.contentType = std::move(contentType);
  response.with("ETag", tag).with("Cache-Control", std::string(cacheControl));
  if (hasTag(request.header("if-none-match"), tag)) {
    response.status = 304;
  } else {
    response.body = text;
  }
  return response;
}

StaticFiles::StaticFiles(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(folder_, error);
  if (!error) folder_ = real;
}

std::shared_ptr<const StaticFiles::File> StaticFiles::find(const std::string& path) {
  if (path.empty() || isHidden(path)) return nullptr;
  std::error_code error;
  const fs::path real = fs::canonical(folder_ / path, error);
  // A link may lead out of the folder: the real place has to be inside it.
  if (error || real.native().rfind(folder_.native() + "/", 0) != 0 || !fs::is_regular_file(real, error)) return nullptr;
  const fs::file_time_type changed = fs::last_write_time(real, error);
  if (error) return nullptr;
  {
    const std::lock_guard lock(mutex_);
    const auto known = files_.find(path);
    if (known != files_.end() && known->second->changed == changed) return known->second;
  }
  auto file = std::make_shared<File>();
  file->changed = changed;
  file->text = readWholeFile(real);
  file->tag = "\"" + sha256Hex(file->text).substr(0, 32) + "\"";
  file->integrity = integrityOf(file->text);
  const std::lock_guard lock(mutex_);
  files_[path] = file;
  return file;
}

std::optional<Response> StaticFiles::serve(const std::string& path, const Request& request,
                                           std::string_view cacheControl) {
  const auto file = find(path);
  if (!file) return std::nullopt;
  return taggedResponse(request, std::string(mediaType(path)), file->text, file->tag, cacheControl);
}

Response StaticFiles::answer(const std::string& path, const Request& request, std::string_view cacheControl) {
  auto found = serve(path, request, cacheControl);
  if (found) return std::move(*found);
  return faultResponse(404, RequestFault::NotFound, "There is no such file.", "Look at dist/inventory.json.");
}

std::string StaticFiles::integrity(const std::string& path) {
  const auto file = find(path);
  return file ? file->integrity : "";
}

}  // namespace aftermint
