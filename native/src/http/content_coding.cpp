#include "http/content_coding.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <new>

#include "text.h"

namespace aftermint {
namespace {

constexpr std::size_t kSmallest = 256;
// A file is compressed once, so take the time; brotli's last two levels take ten times as long for 3 % less.
constexpr int kGzipLevel = 9;
constexpr int kBrotliLevel = 9;

/** The `q` of "gzip;q=0.5" in thousandths; 1,000 if there is none, 0 if it is malformed. */
int weightOf(std::string_view parameters) {
  const std::string text = lowered(trimmed(parameters));
  if (text.empty()) return 1000;
  if (!text.starts_with("q=")) return 0;
  double weight = 0;
  const char* const end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data() + 2, end, weight);
  if (error != std::errc() || read != end || !(weight >= 0 && weight <= 1)) return 0;
  return static_cast<int>(weight * 1000 + 0.5);
}

std::string gzipped(std::string_view text) {
  constexpr int kGzipWindow = 15 + 16;
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out;
  try {
    out.resize(deflateBound(&stream, static_cast<uLong>(text.size())));
  } catch (...) {
    deflateEnd(&stream);
    throw;
  }
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::bad_alloc();  // the output has room for any input
  return out;
}

std::string brotlied(std::string_view text) {
  std::string out(BrotliEncoderMaxCompressedSize(text.size()), '\0');
  std::size_t size = out.size();
  const auto done = BrotliEncoderCompress(kBrotliLevel, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, text.size(),
                                          reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(out.data()));
  if (done == BROTLI_FALSE) throw std::bad_alloc();
  out.resize(size);
  return out;
}

}  // namespace

std::string_view codingName(ContentCoding coding) {
  switch (coding) {
    case ContentCoding::Gzip:
      return "gzip";
    case ContentCoding::Brotli:
      return "br";
    case ContentCoding::Identity:
      break;
  }
  return "";
}

ContentCoding acceptedCoding(std::string_view header) {
  int gzip = -1, brotli = -1, identity = -1, others = 0;
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(','), header.size());
    const std::string_view item = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const std::size_t mark = std::min(item.find(';'), item.size());
    const std::string name = lowered(trimmed(item.substr(0, mark)));
    const int weight = weightOf(item.substr(std::min(mark + 1, item.size())));
    if (name == "gzip" || name == "x-gzip") gzip = weight;
    if (name == "br") brotli = weight;
    if (name == "identity") identity = weight;
    if (name == "*") others = weight;
  }
  if (gzip < 0) gzip = others;
  if (brotli < 0) brotli = others;
  const int best = std::max(gzip, brotli);
  if (best == 0 || identity > best) return ContentCoding::Identity;
  return brotli >= gzip ? ContentCoding::Brotli : ContentCoding::Gzip;
}

bool isCompressible(std::string_view mediaType) {
  return mediaType.starts_with("text/") || mediaType.starts_with("application/json") ||
         mediaType == "application/wasm" || mediaType == "application/manifest+json" || mediaType == "image/svg+xml" ||
         mediaType == "image/x-icon";
}

std::optional<std::string> encoded(std::string_view text, ContentCoding coding) {
  if (coding == ContentCoding::Identity || text.size() < kSmallest || text.size() > kLargestEncoded)
    return std::nullopt;
  std::string out = coding == ContentCoding::Gzip ? gzipped(text) : brotlied(text);
  if (out.size() >= text.size()) return std::nullopt;
  out.shrink_to_fit();
  return out;
}

}  // namespace aftermint
