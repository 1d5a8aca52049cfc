#include "sqlite_backup.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "sqlite.h"
#include "temporary_file.h"
#include "unusable.h"

namespace aftermint {
namespace {

/** A file next to the target that SQLite fills; deleted unless it is moved there. */
class BackupDraft {
 public:
  explicit BackupDraft(std::string target) : target_(std::move(target)), path_(target_ + ".XXXXXX") {
    const int file = ::mkostemp(path_.data(), O_CLOEXEC);  // mode 0600
    if (file < 0) failToWrite(target_);
    ::close(file);
  }
  ~BackupDraft() {
    if (!moved_) ::unlink(path_.c_str());
  }
  BackupDraft(const BackupDraft&) = delete;
  BackupDraft& operator=(const BackupDraft&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

  void move(bool replace) {
    sync(path_, O_RDONLY);
    if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), replace ? 0u : RENAME_NOREPLACE) != 0) {
      if (errno == EEXIST) refuseExisting(target_);
      failToWrite(target_);
    }
    moved_ = true;
    const std::filesystem::path folder = std::filesystem::path(target_).parent_path();
    sync(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY);
  }

  [[noreturn]] static void refuseExisting(const std::string& target) {
    throw Unusable(ErrorCode::FileUnreadable, target + " is there already",
                   "Give another name, or --force to replace the file.", target);
  }

 private:
  void sync(const std::string& path, int flags) const {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) failToWrite(target_);
    const bool synced = ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    errno = error;
    if (!synced) failToWrite(target_);
  }

  std::string target_, path_;
  bool moved_ = false;
};

void requireSound(const std::string& path) {
  SQLite::Database copy(path, SQLite::OPEN_READONLY);
  SQLite::Statement check(copy, "PRAGMA integrity_check(1)");
  const std::string found = check.executeStep() ? check.getColumn(0).getString() : "no answer";
  if (found != "ok") throw StoreError("the store is damaged: " + found);
}

}  // namespace

std::uint64_t backUpSqlite(const std::string& path, const std::string& target, bool replace) {
  std::error_code error;
  if (!replace && std::filesystem::exists(std::filesystem::symlink_status(target, error))) {
    BackupDraft::refuseExisting(target);
  }
  BackupDraft draft(target);
  try {
    Sqlite store(path, {}, SqliteAccess::Read);
    SQLite::Statement copy(store.database(), "VACUUM INTO ?");
    copy.bind(1, draft.path());
    copy.exec();
    requireSound(draft.path());
  } catch (const SQLite::Exception& failure) {
    throw StoreError("the store cannot be backed up: " + std::string(failure.what()));
  }
  draft.move(replace);
  return std::filesystem::file_size(target);
}

}  // namespace aftermint
