// Files over HTTP: what is kept in memory, compressed forms, parts, and conditions.
#include <brotli/decode.h>
#include <gmock/gmock.h>
#include <zlib.h>

#include <fstream>

#include "http/static_files.h"
#include "ids.h"

namespace aftermint::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/** A text that compresses well, of at least that many bytes. */
std::string longText(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += "line " + std::to_string(i) + "\n";
  return text;
}

std::string gunzip(std::string_view data) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string out(1u << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unbrotli(std::string_view data) {
  std::string out(1u << 20, '\0');
  std::size_t size = out.size();
  EXPECT_EQ(BrotliDecoderDecompress(data.size(), reinterpret_cast<const std::uint8_t*>(data.data()), &size,
                                    reinterpret_cast<std::uint8_t*>(out.data())),
            BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

class StaticFilesTest : public ::testing::Test {
 protected:
  StaticFilesTest() {
    fs::create_directories(folder / "sub");
    write("sub/a.js", text);
  }
  ~StaticFilesTest() override { fs::remove_all(folder); }

  void write(const std::string& name, std::string_view content) const {
    std::ofstream(folder / name, std::ios::binary) << content;
  }

  /** Answers GET with headers. */
  Response get(const std::string& path, Fields headers = {}) {
    Request request;
    request.headers = std::move(headers);
    return files.answer(path, request);
  }

  const std::string text = longText(5000);
  const fs::path folder = fs::temp_directory_path() / ("aftermint-" + randomId());
  StaticFiles files{folder};
};

TEST_F(StaticFilesTest, KeepsAFileOnceHoweverItsPathIsSpelt) {
  fs::create_symlink("a.js", folder / "sub/link.js");
  std::string path = "sub/a.js";
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(get(path).content(), text) << path;
    path.insert(3, "/");  // sub//a.js, sub///a.js
  }
  EXPECT_EQ(get("sub/link.js").content(), text);
  EXPECT_EQ(files.cachedFiles(), 1u);
  EXPECT_EQ(get("sub/./a.js").status, 404);
  EXPECT_EQ(get("sub/../sub/a.js").status, 404);
}

TEST_F(StaticFilesTest, KeepsOnlyWhatFits) {
  StaticFiles small(folder, 50'000);
  for (int i = 0; i < 20; ++i) {
    const std::string name = "f" + std::to_string(i) + ".png";
    write(name, std::string(10'000, static_cast<char>('a' + i)));
    EXPECT_EQ(small.answer(name, Request()).content().size(), 10'000u);
    EXPECT_EQ(small.answer("f0.png", Request()).status, 200) << "used again and again";
    EXPECT_LE(small.cachedBytes(), 50'000u);
  }
  EXPECT_EQ(small.cachedFiles(), 5u);
  write("large.png", std::string(60'000, 'x'));
  const Response large = small.answer("large.png", Request());
  EXPECT_EQ(large.content().size(), 60'000u) << "it is served, but not kept";
  EXPECT_EQ(small.answer("large.png", Request()).content().data(), large.content().data())
      << "while an answer holds it, it is not read again";
  EXPECT_EQ(small.cachedFiles(), 5u);
}

TEST_F(StaticFilesTest, ReadsAFileAgainWhenItChanged) {
  const std::string tag(get("sub/a.js").header("ETag"));
  write("sub/a.js", "other");
  fs::last_write_time(folder / "sub/a.js", fs::file_time_type::clock::now() + std::chrono::seconds(5));
  EXPECT_EQ(get("sub/a.js", {{"if-none-match", tag}}).content(), "other");
  EXPECT_EQ(files.cachedFiles(), 1u);
}

TEST_F(StaticFilesTest, CompressesAsTheClientAccepts) {
  const Response plain = get("sub/a.js"), gzip = get("sub/a.js", {{"accept-encoding", "gzip, deflate"}}),
                 brotli = get("sub/a.js", {{"accept-encoding", "gzip, deflate, br, zstd"}});
  EXPECT_EQ(plain.content(), text);
  EXPECT_EQ(plain.header("Content-Encoding"), "");
  EXPECT_EQ(gzip.header("Content-Encoding"), "gzip");
  EXPECT_EQ(gunzip(gzip.content()), text);
  EXPECT_EQ(brotli.header("Content-Encoding"), "br");
  EXPECT_EQ(unbrotli(brotli.content()), text);
  for (const Response* each : {&plain, &gzip, &brotli}) EXPECT_EQ(each->header("Vary"), "Accept-Encoding");
  EXPECT_NE(gzip.header("ETag"), plain.header("ETag"));
  EXPECT_NE(gzip.header("ETag"), brotli.header("ETag"));
  EXPECT_EQ(get("sub/a.js", {{"accept-encoding", "br"}}).content().data(), brotli.content().data()) << "made once";
}

TEST_F(StaticFilesTest, LeavesPicturesAndSmallFilesAsTheyAre) {
  write("a.png", text);
  write("small.js", "let a;");
  for (const char* path : {"a.png", "small.js"}) {
    EXPECT_EQ(get(path, {{"accept-encoding", "br, gzip"}}).header("Content-Encoding"), "") << path;
  }
}

TEST_F(StaticFilesTest, Answers304ForTheTagOfTheCoding) {
  const std::string plain(get("sub/a.js").header("ETag"));
  const std::string gzip(get("sub/a.js", {{"accept-encoding", "gzip"}}).header("ETag"));
  EXPECT_EQ(get("sub/a.js", {{"if-none-match", plain}}).status, 304);
  EXPECT_EQ(get("sub/a.js", {{"if-none-match", "\"x\", W/" + plain}}).status, 304);
  EXPECT_EQ(get("sub/a.js", {{"if-none-match", "*"}}).status, 304);
  EXPECT_EQ(get("sub/a.js", {{"if-none-match", gzip}}).status, 200);
  const Response same = get("sub/a.js", {{"if-none-match", gzip}, {"accept-encoding", "gzip"}});
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.content(), "");
  EXPECT_EQ(same.header("Vary"), "Accept-Encoding");
}

TEST_F(StaticFilesTest, ServesOnePartOfAFile) {
  struct Case {
    const char* range;
    std::size_t first, size;
  };
  const std::size_t whole = text.size();
  for (const Case& each :
       {Case{"bytes=0-0", 0, 1}, Case{"bytes=10-19", 10, 10}, Case{"Bytes=10-", 10, whole - 10},
        Case{"bytes=-7", whole - 7, 7}, Case{"bytes=10-99999999", 10, whole - 10}, Case{"bytes=-99999999", 0, whole}}) {
    const Response part = get("sub/a.js", {{"range", each.range}, {"accept-encoding", "gzip"}});
    EXPECT_EQ(part.status, 206) << each.range;
    EXPECT_EQ(part.content(), text.substr(each.first, each.size)) << each.range;
    EXPECT_EQ(part.header("Content-Range"), "bytes " + std::to_string(each.first) + "-" +
                                                std::to_string(each.first + each.size - 1) + "/" +
                                                std::to_string(whole));
    EXPECT_EQ(part.header("Content-Encoding"), "");
  }
  for (const char* range : {"bytes=999999-", "bytes=-0", "bytes=999999-9999999"}) {
    const Response none = get("sub/a.js", {{"range", range}});
    EXPECT_EQ(none.status, 416) << range;
    EXPECT_EQ(none.header("Content-Range"), "bytes */" + std::to_string(whole));
  }
  for (const char* range : {"bytes=5-1", "bytes=0-1,4-5", "bytes=a-b", "bytes=", "bytes=-", "lines=0-1", "bytes=+1-2",
                            "bytes=0-99999999999999999999999"}) {
    EXPECT_EQ(get("sub/a.js", {{"range", range}}).status, 200) << range;
  }
}

TEST_F(StaticFilesTest, ServesAPartOnlyOfTheFileThatTheClientKnows) {
  const std::string tag(get("sub/a.js").header("ETag"));
  EXPECT_EQ(get("sub/a.js", {{"range", "bytes=0-1"}, {"if-range", tag}}).status, 206);
  EXPECT_EQ(get("sub/a.js", {{"range", "bytes=0-1"}, {"if-range", "\"other\""}}).status, 200);
  EXPECT_EQ(get("sub/a.js", {{"range", "bytes=0-1"}, {"if-range", "W/" + tag}}).status, 200);
  Request head;
  head.method = "HEAD";
  head.headers = {{"range", "bytes=0-1"}};
  EXPECT_EQ(files.answer("sub/a.js", head).status, 200) << "Range is for GET";
}

TEST(ContentCoding, WeighsWhatAClientAccepts) {
  using enum ContentCoding;
  const std::pair<const char*, ContentCoding> cases[] = {
      {"", Identity},
      {"gzip", Gzip},
      {"GZIP", Gzip},
      {"br", Brotli},
      {"gzip, br", Brotli},
      {"gzip;q=1, br;q=0.5", Gzip},
      {"gzip;q=0", Identity},
      {"gzip; q=0, br ; Q=0.001", Brotli},
      {"*", Brotli},
      {"*;q=0", Identity},
      {"br;q=0, *", Gzip},
      {"identity;q=1, gzip;q=0.5", Identity},
      {"identity;q=0, gzip;q=0", Identity},
      {"gzip;q=2", Identity},
      {"gzip;q=nan", Identity},
      {"gzip;level=9", Identity},
      {"deflate, zstd", Identity},
  };
  for (const auto& [header, coding] : cases) EXPECT_EQ(acceptedCoding(header), coding) << header;
}

}  // namespace
}  // namespace aftermint::testing
