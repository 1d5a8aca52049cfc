#include <cerrno>
#include <cstring>

#include "simulate/event_sink.h"
#include "unusable.h"

namespace aftermint::simulate {
namespace {

class FileSink final : public EventSink {
 public:
  FileSink(std::FILE* file, std::string name) : file_(file), name_(std::move(name)) {}

  void take(std::vector<Event> events) override {
    for (const Event& event : events) {
      if (std::fwrite(event.json.data(), 1, event.json.size(), file_) != event.json.size() ||
          std::fputc('\n', file_) == EOF) {
        fail();
      }
    }
  }
  void finish() override {
    if (std::fflush(file_) != 0) fail();
  }

 private:
  [[noreturn]] void fail() const {
    throw Unusable(ErrorCode::FileUnreadable, name_ + " cannot be written: " + std::strerror(errno),
                   "Check the path and the free space.", name_);
  }

  std::FILE* file_;
  std::string name_;
};

}  // namespace

std::unique_ptr<EventSink> fileSink(std::FILE* file, std::string name) {
  return std::make_unique<FileSink>(file, std::move(name));
}

}  // namespace aftermint::simulate
