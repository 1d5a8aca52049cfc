#include "events/spool.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "events/spool_line.h"
#include "log.h"
#include "telemetry/metrics.h"
#include "temporary_file.h"

namespace aftermint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceBytes = 4u << 20;  // more than a line can have
constexpr std::size_t kLineEvents = 100;
constexpr std::size_t kProbeRoom = 128u << 10;  // for a batch of a page
constexpr std::string_view kSegmentEnd = ".spool";
constexpr std::string_view kDamagedEnd = ".damaged";
constexpr mode_t kOwnerOnly = 0600;

[[noreturn]] void failSpool(const std::string& what, const fs::path& path) {
  throw StoreError("the spool cannot " + what + " " + path.string() + ": " + std::strerror(errno));
}

SpoolDescriptor openSpool(const fs::path& path, int flags) {
  SpoolDescriptor file(::open(path.c_str(), flags | O_CLOEXEC, kOwnerOnly));
  if (file.get() < 0) failSpool("open", path);
  return file;
}

/** The number in the name of a segment; none for another file. */
std::optional<std::uint64_t> segmentNumber(const fs::path& path) {
  const std::string name = path.filename().string();
  if (!name.ends_with(kSegmentEnd)) return std::nullopt;
  const std::string digits = name.substr(0, name.size() - kSegmentEnd.size());
  if (digits.empty() || digits.size() > 18 || digits.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoull(digits);
}

/** What some text of a segment has. */
struct SpoolPiece {
  std::vector<std::vector<Event>> batches;
  std::uint64_t used = 0;     ///< bytes, up to the end of a line
  std::uint64_t skipped = 0;  ///< of these, in lines that are torn or damaged
  bool isDamaged = false;     ///< a whole line follows such a line
};

/** Reads lines until there are about `events` events. */
SpoolPiece linesOf(std::string_view text, std::size_t events) {
  SpoolPiece piece;
  std::size_t count = 0;
  while (count < events) {
    const std::size_t end = text.find('\n', piece.used);
    if (end == std::string_view::npos) break;
    if (auto batch = readSpoolLine(text.substr(piece.used, end - piece.used))) {
      count += batch->size();
      piece.isDamaged = piece.isDamaged || piece.skipped > 0;
      piece.batches.push_back(std::move(*batch));
    } else {
      piece.skipped += end + 1 - piece.used;
    }
    piece.used = end + 1;
  }
  return piece;
}

}  // namespace

SpoolDescriptor::~SpoolDescriptor() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

SpoolDescriptor::SpoolDescriptor(SpoolDescriptor&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

SpoolDescriptor& SpoolDescriptor::operator=(SpoolDescriptor&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Spool::Spool(fs::path folder, std::uint64_t maxBytes, std::uint64_t segmentBytes)
    : folder_(std::move(folder)), maxBytes_(maxBytes), segmentBytes_(segmentBytes) {
  std::error_code error;
  if (!fs::is_directory(folder_, error)) {
    if (folder_.has_parent_path()) fs::create_directories(folder_.parent_path(), error);
    if (::mkdir(folder_.c_str(), 0700) != 0) failSpool("create", folder_);
  }
  lock_ = openSpool(folder_ / "lock", O_CREAT | O_RDWR);
  if (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0) {
    throw StoreError("the spool " + folder_.string() + " is used by another process: give each server its own folder");
  }
  findSegments();
}

fs::path Spool::pathOf(std::uint64_t number) const {
  const std::string digits = std::to_string(number);
  return folder_ / (std::string(digits.size() < 12 ? 12 - digits.size() : 0, '0') + digits + std::string(kSegmentEnd));
}

void Spool::findSegments() {
  std::vector<std::uint64_t> numbers;
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    if (const auto number = segmentNumber(entry->path())) numbers.push_back(*number);
  }
  if (error) throw StoreError("the spool cannot read " + folder_.string() + ": " + error.message());
  std::sort(numbers.begin(), numbers.end());
  for (const std::uint64_t number : numbers) {
    Segment segment;
    segment.path = pathOf(number);
    segment.size = fs::file_size(segment.path, error);
    if (error) throw StoreError("the spool cannot read " + segment.path.string() + ": " + error.message());
    setBytes(bytes_ + segment.size);
    nextNumber_ = number + 1;
    segments_.push_back(std::move(segment));
  }
}

void Spool::syncFolder() const {
  const SpoolDescriptor folder = openSpool(folder_, O_RDONLY | O_DIRECTORY);
  if (::fsync(folder.get()) != 0) failSpool("sync", folder_);
}

void Spool::setBytes(std::uint64_t bytes) {
  bytes_ = bytes;
  metrics().spoolBytes.Set(static_cast<double>(bytes));
}

void Spool::requireRoom(std::uint64_t more) const {
  if (bytes_ + more <= maxBytes_) return;
  throw StoreError("the spool is full: it may have " + std::to_string(maxBytes_) + " bytes (--spool-bytes)");
}

void Spool::beginSegment() {
  Segment segment;
  segment.path = pathOf(nextNumber_++);
  written_ = openSpool(segment.path, O_CREAT | O_EXCL | O_WRONLY);
  syncFolder();
  const std::lock_guard lock(mutex_);
  segments_.push_back(std::move(segment));
  isWriting_ = true;
}

void Spool::append(const std::vector<std::vector<Event>>& batches) {
  std::string lines;
  for (const std::vector<Event>& batch : batches) {
    for (std::size_t first = 0; first < batch.size(); first += kLineEvents) {
      lines += writeSpoolLine(std::span(batch).subspan(first, std::min(kLineEvents, batch.size() - first)));
    }
  }
  bool begins = false;
  {
    const std::lock_guard lock(mutex_);
    requireRoom(lines.size());
    setBytes(bytes_ + lines.size());  // so that the reader does not count the segment as read while it grows
    if (isWriting_ && segments_.back().size >= segmentBytes_) isWriting_ = false;
    begins = !isWriting_;
  }
  try {
    if (begins) beginSegment();
    if (!writeAll(written_.get(), lines) || ::fdatasync(written_.get()) != 0) failSpool("write to", folder_);
    const std::lock_guard lock(mutex_);
    segments_.back().size += lines.size();
  } catch (...) {
    // What of this reached the disk is unknown, so the file takes nothing more. Its whole lines are events that a
    // client will send again; the store takes each once.
    const std::lock_guard lock(mutex_);
    setBytes(bytes_ - lines.size());
    isWriting_ = false;
    throw;
  }
}

std::vector<std::vector<Event>> Spool::next(std::size_t events) {
  for (;;) {
    Segment front;
    {
      const std::lock_guard lock(mutex_);
      if (segments_.empty()) return {};
      front = segments_.front();
    }
    if (front.read == front.size) {
      if (!dropRead()) return {};
      continue;
    }
    if (reading_.get() < 0) reading_ = openSpool(front.path, O_RDONLY);
    std::string text(std::min<std::uint64_t>(kPieceBytes, front.size - front.read), '\0');
    const ssize_t got = ::pread(reading_.get(), text.data(), text.size(), static_cast<off_t>(front.read));
    if (got < 0) failSpool("read", front.path);
    const bool isRest = static_cast<std::uint64_t>(got) < kPieceBytes;
    text.resize(static_cast<std::size_t>(got));
    SpoolPiece piece = linesOf(text, events);
    if (piece.used == 0) {  // no line ends here: the rest is torn
      piece.used = isRest ? front.size - front.read : text.size();
      piece.skipped = piece.used;
    }
    {
      const std::lock_guard lock(mutex_);
      Segment& known = segments_.front();
      known.isDamaged = known.isDamaged || piece.isDamaged || (known.torn > 0 && !piece.batches.empty());
      known.torn += piece.skipped;
      taken_ = known.read + piece.used;
      if (piece.batches.empty()) known.read = taken_;
    }
    if (!piece.batches.empty()) return std::move(piece.batches);
  }
}

void Spool::advance() {
  {
    const std::lock_guard lock(mutex_);
    segments_.front().read = taken_;
  }
  static_cast<void>(dropRead());
}

bool Spool::dropRead() {
  Segment done;
  {
    const std::lock_guard lock(mutex_);
    const Segment& front = segments_.front();
    const bool isWritten = segments_.size() == 1 && isWriting_;
    if (front.read < front.size || (isWritten && bytes_ > front.size)) return false;  // more is there, or on its way
    if (isWritten) isWriting_ = false;
    setBytes(bytes_ - front.size);
    done = front;
    segments_.pop_front();
  }
  reading_ = SpoolDescriptor();
  endSegment(done);
  return true;
}

void Spool::endSegment(const Segment& segment) {
  if (segment.torn > 0) {
    logWith(
        segment.isDamaged ? LogLevel::Error : LogLevel::Warn,
        segment.isDamaged ? "a file of the spool was damaged and is kept" : "the end of a file of the spool was torn",
        {{"file", segment.path.string()}, {"bytes", segment.torn}});
  }
  std::error_code error;
  if (segment.isDamaged) {
    fs::rename(segment.path, segment.path.string() + std::string(kDamagedEnd), error);
  } else {
    fs::remove(segment.path, error);
  }
  // It is read again after a restart, and the store takes each event once.
  if (error) logWith(LogLevel::Warn, "a file of the spool cannot be removed", {{"error", error.message()}});
}

bool Spool::isEmpty() {
  const std::lock_guard lock(mutex_);
  return segments_.empty();
}

std::uint64_t Spool::bytes() {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

void Spool::probeWrite() {
  {
    const std::lock_guard lock(mutex_);
    requireRoom(kProbeRoom);
  }
  const fs::path path = folder_ / "probe";
  const SpoolDescriptor probe = openSpool(path, O_CREAT | O_TRUNC | O_WRONLY);
  if (!writeAll(probe.get(), "probe\n") || ::fsync(probe.get()) != 0) failSpool("write", path);
  ::unlink(path.c_str());
}

void Spool::keepRefused(const Event& event) {
  const fs::path path = folder_ / "refused.ndjson";
  const SpoolDescriptor file = openSpool(path, O_CREAT | O_APPEND | O_WRONLY);
  if (!writeAll(file.get(), event.json + "\n") || ::fsync(file.get()) != 0) failSpool("write", path);
}

}  // namespace aftermint
