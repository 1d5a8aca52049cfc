#include "worksheet/pictures.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace aftermint::worksheet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{2} << 20;
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kKinds = {{{".svg", "image/svg+xml"},
                                                                                  {".png", "image/png"},
                                                                                  {".jpg", "image/jpeg"},
                                                                                  {".jpeg", "image/jpeg"},
                                                                                  {".webp", "image/webp"},
                                                                                  {".gif", "image/gif"},
                                                                                  {".avif", "image/avif"}}};

std::string base64(std::string_view bytes) {
  std::string out(((bytes.size() + 2) / 3) * 4 + 1, '\0');  // EVP_EncodeBlock appends a NUL
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
                  static_cast<int>(bytes.size()));
  out.pop_back();
  return out;
}

/** The file in the folder that an address names, or an empty path. */
fs::path fileOf(const fs::path& folder, std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  address.remove_prefix(std::min(address.find_first_not_of('/'), address.size()));
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  const fs::path file = error ? fs::path() : fs::canonical(root / address, error);
  if (error || !fs::is_regular_file(file, error) || fs::file_size(file, error) > kMostBytes || error) return {};
  const auto [end, unused] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
  return end == root.end() ? file : fs::path();
}

/** The file as a `data:` URL, or an empty text if it is not a picture. */
std::string embedded(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto* kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& each) { return each.first == extension; });
  if (kind == kKinds.end()) return {};
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in || bytes.empty()) return {};
  return "data:" + std::string(kind->second) + ";base64," + base64(bytes);
}

}  // namespace

Pictures picturesFrom(const std::string& folder) {
  return [folder](const Product& product) -> std::string {
    const std::string& address = product.image;
    if (address.starts_with("https://") || address.starts_with("http://")) return address;
    if (folder.empty() || address.empty()) return {};
    const fs::path file = fileOf(folder, address);
    return file.empty() ? std::string() : embedded(file);
  };
}

}  // namespace aftermint::worksheet
