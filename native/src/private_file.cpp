#include "private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "temporary_file.h"

namespace aftermint {

void preparePrivateFile(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0) ::close(descriptor);
}

bool createPrivateFile(const std::string& path, std::string_view text) {
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);  // with mode 0600
  if (descriptor < 0) failToWrite(path);
  bool isDone = writeAll(descriptor, text) && ::fsync(descriptor) == 0;
  int error = errno;
  ::close(descriptor);
  // A link, because it fails where a rename would replace the file of another process.
  if (isDone && ::link(temporary.c_str(), path.c_str()) != 0) {
    isDone = false;
    error = errno;
  }
  ::unlink(temporary.c_str());
  if (isDone) return true;
  if (error == EEXIST) return false;
  errno = error;
  failToWrite(path);
}

}  // namespace aftermint
