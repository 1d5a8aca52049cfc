#include "demo/server/shop_keys.h"

#include <filesystem>

#include "ids.h"
#include "private_file.h"

namespace aftermint::demo {
namespace {

/** The setting that held the key in older versions. */
constexpr const char* kKeyInStore = "signing_key";
constexpr std::size_t kKeyIdLetters = 6;

TicketKeys keysBesideStore(const std::string& storePath, AcceptDb& accepts) {
  if (storePath == ":memory:") return {{"", randomKey()}};
  const std::string file = keyFileOf(storePath);
  if (!std::filesystem::exists(file)) {
    const std::string secret = accepts.findSetting(kKeyInStore).value_or(randomKey());
    // False if another process was quicker: then its key counts.
    static_cast<void>(createPrivateFile(
        file, "# Keys of order tickets, the newest first. To replace one, add a line above it (docs/operations.md).\n" +
                  randomLetters(kKeyIdLetters) + " " + secret + "\n"));
  }
  return loadTicketKeys(file, "");
}

}  // namespace

std::string keyFileOf(const std::string& storePath) { return storePath + ".keys"; }

TicketKeys shopTicketKeys(const std::string& file, const std::string& key, const std::string& storePath,
                          AcceptDb& accepts) {
  TicketKeys keys = file.empty() && key.empty() ? keysBesideStore(storePath, accepts) : loadTicketKeys(file, key);
  accepts.eraseSetting(kKeyInStore);
  return keys;
}

}  // namespace aftermint::demo
