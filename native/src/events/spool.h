/** @file Events on disk that wait for their store. */
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "events/store.h"

namespace aftermint {

/** A file descriptor that is closed with its owner. */
class SpoolDescriptor {
 public:
  explicit SpoolDescriptor(int descriptor = -1) : descriptor_(descriptor) {}
  ~SpoolDescriptor();
  SpoolDescriptor(SpoolDescriptor&& other) noexcept;
  SpoolDescriptor& operator=(SpoolDescriptor&& other) noexcept;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

/**
 * A queue of batches in files of a folder, first in, first out; it survives kills and power cuts.
 *
 * A file has one line for each batch (spool_line.h), takes no more once it has `segmentBytes`, and is deleted when all
 * of it has left the queue. After a restart its file is read from the start, so a batch may come again. A line that is
 * torn or damaged is skipped and logged; a file in which whole lines follow a damaged one is kept as `.damaged`. Files
 * are 0600, a new folder 0700.
 *
 * One thread may write while another reads.
 */
class Spool {
 public:
  /** Opens or creates the folder. Throws StoreError if that fails, or if another process uses it. */
  Spool(std::filesystem::path folder, std::uint64_t maxBytes, std::uint64_t segmentBytes = 8u << 20);
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /** Returns when all batches are on disk. Throws StoreError if the spool is full or the disk fails; then none counts.
   */
  void append(const std::vector<std::vector<Event>>& batches);

  /** Reads the next batches, about this many events; none if the spool is empty. Repeats them until `advance`. */
  [[nodiscard]] std::vector<std::vector<Event>> next(std::size_t events);

  /** Removes what `next` gave. */
  void advance();

  [[nodiscard]] bool isEmpty();
  /** Of all files. */
  [[nodiscard]] std::uint64_t bytes();

  /** Writes something to the disk and takes it back. Throws StoreError if that fails, or if the spool is full. */
  void probeWrite();

  /** Keeps an event that the store will never take in `refused.ndjson`. Throws StoreError. */
  void keepRefused(const Event& event);

 private:
  struct Segment {
    std::filesystem::path path;
    std::uint64_t size = 0;  ///< what counts of the file
    std::uint64_t read = 0;  ///< has left the queue
    std::uint64_t torn = 0;  ///< bytes that were skipped
    bool isDamaged = false;  ///< whole lines follow a skipped one
  };
  [[nodiscard]] std::filesystem::path pathOf(std::uint64_t number) const;
  void findSegments();
  void beginSegment();
  /** Removes the first segment if all of it has left the queue. */
  [[nodiscard]] bool dropRead();
  void endSegment(const Segment& segment);
  void setBytes(std::uint64_t bytes);
  void requireRoom(std::uint64_t more) const;
  void syncFolder() const;

  const std::filesystem::path folder_;
  const std::uint64_t maxBytes_, segmentBytes_;
  SpoolDescriptor lock_;

  std::mutex mutex_;  ///< guards what follows; not held while the disk works
  std::deque<Segment> segments_;
  std::uint64_t nextNumber_ = 1;
  std::uint64_t bytes_ = 0;
  bool isWriting_ = false;   ///< the last segment takes batches
  SpoolDescriptor written_;  ///< used by the writing thread
  SpoolDescriptor reading_;  ///< of the first segment; used by the reading thread
  std::uint64_t taken_ = 0;  ///< where the next piece of the first segment begins after `advance`
};

}  // namespace aftermint
