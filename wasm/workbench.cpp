/** @file The functions of the workshop's module for the `aftermint` program of the npm package (docs/formats.md). */
#include "workbench.h"

#include <cstdint>
#include <memory>

#include "aftermint/check.h"
#include "aftermint/copy.h"
#include "aftermint/encode_book.h"
#include "aftermint/public_form.h"
#include "aftermint/shard_texts.h"
#include "codec/writer.h"

namespace aftermint::doors {
namespace {

/** What `inspect` keeps for `published`. */
std::unique_ptr<IndexedBook> inspected;
std::vector<Finding> inspectedFindings;

/** What `partition` keeps for the functions that write its files; the book must outlive the partition. */
std::unique_ptr<shards::Partition> parted;

void writePlaces(codec::Writer& out, std::string_view text, const std::vector<Finding>& findings) {
  List<Fault> places(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) places[i].pointer = findings[i].pointer;
  locateFaults(text, places);
  out.key("places").open('[');
  for (const Fault& place : places) {
    out.open('[').integer(static_cast<std::int64_t>(place.line)).integer(static_cast<std::int64_t>(place.column));
    out.close(']');
  }
  out.close(']');
}

Text filesJson(const std::vector<shards::ShardFile>& files) {
  codec::Writer out;
  out.open('[');
  for (const shards::ShardFile& file : files) out.open('[').text(file.name).text(file.text).close(']');
  return out.close(']').take();
}

/** The bytes of a text whose characters are all below U+0100, in UTF-8. */
std::string bytesOf(std::string_view latin) {
  std::string bytes;
  for (std::size_t i = 0; i < latin.size(); ++i) {
    const auto byte = static_cast<unsigned char>(latin[i]);
    // Two bytes of UTF-8 hold a character from U+0080 to U+00FF.
    if (byte < 0x80) {
      bytes += latin[i];
    } else if (++i < latin.size()) {
      bytes += static_cast<char>((byte << 6) | (static_cast<unsigned char>(latin[i]) & 0x3F));
    }
  }
  return bytes;
}

}  // namespace

Answer inspect(Given bookText, double now) {
  Limits limits;
  if (now < 0) limits.bytes = SIZE_MAX;  // a book to be sharded: no page loads it whole
  Decoded<Book> book = decodeBook(bookText.view(), limits);
  if (!book) return encodeFaults(book.faults);
  parted.reset();
  inspected = std::make_unique<IndexedBook>(std::move(*book.value));
  inspectedFindings =
      aftermint::check(*inspected, now < 0 ? std::optional<Millis>() : std::optional<Millis>(static_cast<Millis>(now)));
  const Book& whole = inspected->book();
  codec::Writer out;
  out.open('{').key("report").raw(encode(inspectedFindings));
  writePlaces(out, bookText.view(), inspectedFindings);
  out.field("products", static_cast<std::int64_t>(whole.products.size()));
  out.field("offers", static_cast<std::int64_t>(whole.offers.size()));
  out.field("experiments", static_cast<std::int64_t>(whole.experiments.size()));
  if (whole.checked) {
    Book unchecked = whole;
    unchecked.checked.reset();
    out.field("digest", whole.checked->digest).field("digested", encode(unchecked));
  }
  return out.close('}').take();
}

Answer publicText() { return inspected ? encode(publicForm(inspected->book())) : std::string(); }

Answer publishedText(Given digest) {
  if (!inspected) return std::string();
  Book book = publicForm(inspected->book());
  Checked checked;
  checked.digest = digest.view();
  checked.refused = refusedOffers(book, inspectedFindings);
  book.checked = std::move(checked);
  return encode(book);
}

Answer partition(int count) {
  if (!inspected) return std::string();
  parted = std::make_unique<shards::Partition>(
      *inspected, count == 0 ? std::optional<std::uint32_t>() : std::optional(static_cast<std::uint32_t>(count)));
  codec::Writer out;
  out.open('{').field("shards", parted->count()).field("groups", shards::groupCount(*parted));
  out.field("commonOffers", static_cast<std::int64_t>(parted->commonOffers()));
  return out.close('}').take();
}

Answer shardFiles(int group) {
  if (!parted) return std::string();
  return filesJson(group < 0 ? shards::commonFiles(*parted)
                             : shards::groupFiles(*parted, static_cast<std::uint32_t>(group)));
}

Answer shardHead(Given names) {
  if (!parted) return std::string();
  std::vector<std::string> groups;
  std::string_view rest = names.view();
  for (;;) {
    const std::size_t end = rest.find('\n');
    groups.emplace_back(rest.substr(0, end));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  const std::string common = groups.front();
  groups.erase(groups.begin());
  return shards::makeHead(*parted, groups, common);
}

Answer judgeCopy(int kind, Given localeAndText) {
  CopyText copy;
  copy.field = static_cast<CopyField>(kind & 7);
  copy.path = static_cast<Path>((kind >> 3) & 7);
  const auto localeSize = static_cast<std::size_t>(kind >> 6);
  copy.locale = localeAndText.view().substr(0, localeSize);
  copy.text = localeAndText.view().substr(localeSize);
  codec::Writer out;
  out.open('[');
  for (const CopyFinding& finding : aftermint::judgeCopy(copy)) {
    out.open('{').field("code", toString(finding.code)).field("severity", toString(finding.severity));
    out.field("message", finding.message).field("hint", finding.hint).close('}');
  }
  return out.close(']').take();
}

Answer faultsOf(int shape, Given latin) {
  const std::string bytes = bytesOf(latin.view());
  if (shape == 0) return encodeFaults(decodeBook(bytes).faults);
  return encodeFaults(decodeMoment(bytes).faults);
}

Answer basis(int book, Given momentText) {
  const IndexedBook* const opened = find(book);
  const Decoded<Moment> moment = decodeMoment(momentText.view());
  if (opened == nullptr || !moment) return encodeFaults(moment.faults);
  return std::to_string(aftermint::decide(*opened, *moment.value).basis);
}

}  // namespace aftermint::doors
