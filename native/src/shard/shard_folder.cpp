#include "shard/shard_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <regex>

#include "book/write_book.h"
#include "unusable.h"

namespace aftermint::shards {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& why) {
  throw Unusable(ErrorCode::FileUnreadable, "cannot write " + path.string() + ": " + why,
                 "Check that you may write to the folder and that the disk has space.", path.string());
}

/** A file or folder that is closed at the end of the scope. */
class Opened {
 public:
  Opened(fs::path path, int flags)
      : path_(std::move(path)), descriptor_(::open(path_.c_str(), flags | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) fail(path_, std::strerror(errno));
  }
  ~Opened() { ::close(descriptor_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t done = ::write(descriptor_, text.data(), text.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail(path_, std::strerror(errno));
      text.remove_prefix(static_cast<std::size_t>(done));
    }
  }
  void sync() const {
    if (::fsync(descriptor_) != 0) fail(path_, std::strerror(errno));
  }
  /** Syncs the whole file system, which is faster than syncing thousands of small files. */
  void syncAll() const {
    if (::syncfs(descriptor_) != 0) fail(path_, std::strerror(errno));
  }

 private:
  fs::path path_;
  int descriptor_;
};

}  // namespace

/** A group in a temporary folder. It is deleted unless `move` moves it into place. */
class ShardFolder::Unfinished {
 public:
  explicit Unfinished(fs::path target) : target_(std::move(target)) {
    std::string pattern = (target_.parent_path() / ("." + target_.filename().string() + ".XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr) fail(pattern, std::strerror(errno));
    path_ = pattern;
  }
  ~Unfinished() {
    std::error_code ignored;  // a leftover is hidden, and `prune` removes it
    if (!moved_) fs::remove_all(path_, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  void add(const ShardFile& file) const { Opened(path_ / file.name, O_WRONLY | O_CREAT | O_EXCL).write(file.text); }

  /** Gives the folder the permissions of a new folder (mkdtemp allows the owner only), and moves it into place. */
  void move() {
    const mode_t mask = umask(0);
    umask(mask);
    if (chmod(path_.c_str(), 0777 & ~mask) != 0) fail(path_, std::strerror(errno));
    moved_ = rename(path_.c_str(), target_.c_str()) == 0;
    // Another run may have written the same files first.
    if (!moved_ && errno != EEXIST && errno != ENOTEMPTY) fail(target_, std::strerror(errno));
  }

 private:
  fs::path target_, path_;
  bool moved_ = false;
};

ShardFolder::ShardFolder(fs::path path) : path_(std::move(path)) {
  std::error_code error;
  fs::create_directories(path_, error);
  if (error || !fs::is_directory(path_, error)) fail(path_, error ? error.message() : "it is not a folder");
}

ShardFolder::~ShardFolder() = default;

std::size_t ShardFolder::put(const ShardGroup& group) {
  const fs::path place = path_ / group.name;
  std::error_code error;
  if (!fs::is_directory(place, error)) {
    unfinished_.push_back(std::make_unique<Unfinished>(place));
    for (const ShardFile& file : group.files) unfinished_.back()->add(file);
    return group.files.size();
  }
  std::size_t repaired = 0;  // the name is a hash of the content, so a file of another size is damaged
  for (const ShardFile& file : group.files) {
    const std::uintmax_t size = fs::file_size(place / file.name, error);
    if (!error && size == file.text.size()) continue;
    writeWhole((place / file.name).string(), file.text);
    ++repaired;
  }
  return repaired;
}

void ShardFolder::settle() {
  const Opened folder(path_, O_RDONLY | O_DIRECTORY);
  if (!unfinished_.empty()) folder.syncAll();
  for (const std::unique_ptr<Unfinished>& group : unfinished_) group->move();
  unfinished_.clear();
  folder.sync();
}

std::size_t ShardFolder::prune(const std::set<std::string>& kept) const {
  static const std::regex kOurs("[0-9a-f]{16}|\\.[0-9a-f]{16}\\.[A-Za-z0-9]{6}");
  std::vector<fs::path> old;
  std::error_code error;
  for (fs::directory_iterator entry(path_, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory(error) && std::regex_match(name, kOurs) && !kept.contains(name))
      old.push_back(entry->path());
  }
  for (const fs::path& group : old) {
    if (!error) fs::remove_all(group, error);
  }
  if (error) fail(path_, error.message());
  return old.size();
}

}  // namespace aftermint::shards
