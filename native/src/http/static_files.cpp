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

}  // namespace

StaticFiles::StaticFiles(fs::path folder, std::size_t cacheBytes)
    : folder_(std::move(folder)), cacheBytes_(cacheBytes) {
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
    const auto known = files_.find(real.native());
    const auto file = known == files_.end() ? nullptr : known->second.file.lock();
    if (file && file->changed == changed) {
      if (known->second.kept) used_.splice(used_.begin(), used_, known->second.place);
      return file;
    }
  }
  auto file = std::make_shared<File>(readWholeFile(real), std::string(mediaType(real)), changed);
  file->integrity = integrityOf(file->text());
  const std::lock_guard lock(mutex_);
  keep(real.native(), file);
  return file;
}

void StaticFiles::keep(const std::string& name, const std::shared_ptr<const File>& file) {
  constexpr std::size_t kSomeNames = 256;
  if (files_.size() > 2 * used_.size() + kSomeNames) {
    std::erase_if(files_, [](const auto& each) { return each.second.file.expired(); });
  }
  Entry& entry = files_[name];
  release(entry);
  entry.file = file;
  if (file->bytes() > cacheBytes_) return;
  while (bytes_ + file->bytes() > cacheBytes_) release(files_.at(used_.back()));
  used_.push_front(name);
  entry.place = used_.begin();
  entry.kept = file;
  bytes_ += file->bytes();
}

void StaticFiles::release(Entry& entry) {
  if (!entry.kept) return;
  bytes_ -= entry.kept->bytes();
  used_.erase(entry.place);
  entry.kept.reset();
}

std::optional<Response> StaticFiles::serve(const std::string& path, const Request& request,
                                           std::string_view cacheControl) {
  const auto file = find(path);
  if (!file) return std::nullopt;
  return file->answer(request, cacheControl);
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

std::size_t StaticFiles::cachedBytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

std::size_t StaticFiles::cachedFiles() const {
  const std::lock_guard lock(mutex_);
  return used_.size();
}

}  // namespace aftermint
