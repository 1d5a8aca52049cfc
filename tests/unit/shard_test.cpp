// A book in shards: their contents, their decisions, and their files on disk.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "shard/write_shards.h"
#include "unit/cli_scratch.h"
#include "unit/paths.h"
#include "unusable.h"

namespace aftermint {
namespace {

using aftermint::testing::Scratch;
using nlohmann::json;
using shards::Partition;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

json cross(const std::string& id, const std::string& item, const json& triggers) {
  return {{"id", id},
          {"type", "cross_sell"},
          {"for", triggers},
          {"items", {{{"product", item}}}},
          {"price", {{"kind", "list"}}},
          {"placements", {"checkout"}},
          {"copy", {{"en", {{"headline", "For your {trigger}"}, {"benefit", "It helps."}}}}}};
}

json emptyBook() {
  return {{"version", 1},
          {"id", "b"},
          {"merchant", "m"},
          {"currency", "GBP"},
          {"locale", "en"},
          {"products", json::array()},
          {"offers", json::array()},
          {"experiments", json::array()}};
}

/** A book with `count` products p0, p1 …, all in the category `all`; only p0 has the tag `rare`. */
json shelf(std::size_t count) {
  json book = emptyBook();
  for (std::size_t i = 0; i < count; ++i) {
    book["products"].push_back({{"id", "p" + std::to_string(i)},
                                {"title", "Product " + std::to_string(i)},
                                {"description", "For people."},
                                {"url", "/p"},
                                {"price", 1000},
                                {"category", "all"},
                                {"tags", i == 0 ? json::array({"rare"}) : json::array()}});
  }
  return book;
}

std::unique_ptr<IndexedBook> indexedShelf(const json& book) {
  Decoded<Book> decoded = decodeBook(book.dump());
  EXPECT_TRUE(decoded) << encodeFaults(decoded.faults);
  return std::make_unique<IndexedBook>(std::move(*decoded.value));
}

template <class Entry>
std::vector<std::string> idsOf(const std::vector<Entry>& entries) {
  std::vector<std::string> ids;
  for (const Entry& entry : entries) ids.push_back(entry.id);
  return ids;
}

/** The shard of a product. */
Book shardWith(const Partition& partition, const std::string& product) {
  return partition.shard(shards::shardOf(product, partition.count()));
}

TEST(Shards, HaveEachProductOnce) {
  const auto book = indexedShelf(shelf(500));
  for (const std::uint32_t count : {1u, 2u, 64u, 1024u}) {
    const Partition partition(*book, count);
    std::multiset<std::string> found;
    for (std::uint32_t i = 0; i < count; ++i) {
      for (const Product& product : partition.shard(i).products) {
        EXPECT_EQ(shards::shardOf(product.id, count), i);
        found.insert(product.id);
      }
    }
    EXPECT_EQ(found.size(), 500u) << count;
    EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), 500u) << count;
  }
}

TEST(Shards, HaveTheOffersOfTheirProducts) {
  json book = shelf(40);
  book["products"][1]["complements"] = {"p2"};
  book["products"][3]["upgradeOf"] = {"p1"};
  book["offers"] = {cross("by-product", "p5", {{"products", {"p1"}}}), cross("by-complement", "p2", json::object()),
                    cross("by-upgrade", "p3", json::object()), cross("by-tag", "p6", {{"tags", {"rare"}}}),
                    cross("of-none", "p7", {{"categories", {"empty"}}})};
  book["experiments"] = {
      {{"id", "e"},
       {"offer", "by-product"},
       {"variable", "product"},
       {"arms",
        {{{"id", "a"}, {"weightBps", 5000}}, {{"id", "b"}, {"weightBps", 5000}, {"items", {{{"product", "p9"}}}}}}}}};
  const auto whole = indexedShelf(book);
  const Partition partition(*whole, 1024);
  EXPECT_EQ(partition.commonOffers(), 0u);
  const Book one = shardWith(partition, "p1");
  EXPECT_THAT(idsOf(one.offers), ElementsAre("by-product", "by-complement", "by-upgrade"));
  EXPECT_THAT(idsOf(one.products), ElementsAre("p1", "p2", "p3", "p5", "p9"));
  EXPECT_THAT(idsOf(one.experiments), ElementsAre("e"));
  EXPECT_THAT(idsOf(shardWith(partition, "p0").offers), ElementsAre("by-tag"));
  EXPECT_THAT(shardWith(partition, "p8").offers, IsEmpty());
}

TEST(Shards, PutOffersOfMoreThanAQuarterIntoTheCommonPart) {
  json book = shelf(400);
  book["offers"] = {cross("everywhere", "p5", {{"categories", {"all"}}}), cross("rare", "p6", {{"tags", {"rare"}}})};
  const auto whole = indexedShelf(book);
  const Partition many(*whole, 256);
  EXPECT_EQ(many.commonOffers(), 1u);
  EXPECT_THAT(idsOf(many.common().offers), ElementsAre("everywhere"));
  EXPECT_THAT(idsOf(many.common().products), ElementsAre("p5"));
  EXPECT_THAT(idsOf(shardWith(many, "p0").offers), ElementsAre("rare"));
  const Partition few(*whole, 8);  // so few shards that copies cost less than another request
  EXPECT_EQ(few.commonOffers(), 0u);
  EXPECT_THAT(idsOf(shardWith(few, "p0").offers), UnorderedElementsAre("everywhere", "rare"));
}

TEST(Shards, OmitTextsThatPagesDoNotUse) {
  const auto book = indexedShelf(shelf(3));
  for (const Product& product : Partition(*book, 1).shard(0).products) {
    EXPECT_EQ(product.description + product.url, "");
    EXPECT_NE(product.title + product.category, "");
  }
}

TEST(Shards, AreAFewKilobytesEach) {
  EXPECT_EQ(Partition(*indexedShelf(emptyBook())).count(), 1u);
  EXPECT_EQ(Partition(*indexedShelf(shelf(20))).count(), 1u);
  const auto book = indexedShelf(shelf(20'000));
  const Partition partition(*book);
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < partition.count(); ++i) bytes += encodeLists(partition.shard(i)).size();
  EXPECT_GT(bytes / partition.count(), 2'000u);
  EXPECT_LT(bytes / partition.count(), 6'000u);
}

TEST(Shards, ExistForAnEmptyBook) {
  const auto book = indexedShelf(emptyBook());
  const Partition partition(*book, 2);
  EXPECT_EQ(encodeLists(partition.shard(1)), R"({"products":[],"offers":[],"experiments":[]})");
  EXPECT_THAT(shards::makeCommon(partition).files, IsEmpty());
}

/** Adds the entries of a part that the book does not have yet, as a page does. */
void merge(Book& book, const Book& part) {
  const auto add = [](auto& to, const auto& from) {
    for (const auto& entry : from) {
      const bool known = std::any_of(to.begin(), to.end(), [&](const auto& each) { return each.id == entry.id; });
      if (!known) to.push_back(entry);
    }
  };
  add(book.products, part.products);
  add(book.offers, part.offers);
  add(book.experiments, part.experiments);
}

/** The book that a page would load: head, common part, and the shards of the order. */
Book gathered(const Partition& partition, const Moment& moment) {
  Book book = partition.book();
  book.products.clear();
  book.offers.clear();
  book.experiments.clear();
  for (const Line& line : moment.order.lines) merge(book, shardWith(partition, line.product));
  if (!moment.page.product.empty()) merge(book, shardWith(partition, moment.page.product));
  merge(book, partition.common());
  return book;
}

json goldenFile(const std::string& name) {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/" + name);
  return json::parse(in);
}

json changed(json value, const json& one, const char* key) {
  if (!one.contains(key)) return value;
  for (const json& change : one.at(key)) {
    const json::json_pointer at(change.at("at").get<std::string>());
    if (change.contains("to")) {
      value[at] = change.at("to");
    } else if (json& owner = value[at.parent_pointer()]; owner.is_array()) {
      owner.erase(static_cast<std::size_t>(std::stoul(at.back())));
    } else {
      owner.erase(at.back());
    }
  }
  return value;
}

TEST(Shards, GiveTheSameDecisionsAndViewsAsTheWholeBook) {
  std::size_t offered = 0;
  for (const char* topic : {"cases/decide.json", "cases/view.json"}) {
    for (const json& one : goldenFile(topic)) {
      SCOPED_TRACE(one.at("name").get<std::string>());
      const auto whole = indexedShelf(changed(goldenFile("book.json"), one, "book"));
      const Decoded<Moment> moment = decodeMoment(changed(goldenFile("moment.json"), one, "moment").dump());
      ASSERT_TRUE(moment) << encodeFaults(moment.faults);
      const Decision expected = decide(*whole, *moment.value);
      for (const std::uint32_t count : {1u, 2u, 8u, 64u, 4096u}) {
        const IndexedBook parts(gathered(Partition(*whole, count), *moment.value));
        const Decision got = decide(parts, *moment.value);
        ASSERT_EQ(encode(got), encode(expected)) << count;
        if (expected.offer == nullptr) continue;
        ASSERT_EQ(encode(view(parts, *moment.value, got)), encode(view(*whole, *moment.value, expected))) << count;
        ++offered;
      }
    }
  }
  EXPECT_GT(offered, 50u);
}

/** The texts of all files below a folder, by path. */
std::map<std::string, std::string> filesBelow(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[std::filesystem::relative(entry.path(), folder).string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  return files;
}

class ShardFiles : public ::testing::Test {
 protected:
  shards::WrittenShards publish(const json& book, bool prune = false, std::uint32_t count = 64) {
    const auto whole = indexedShelf(book);
    return shards::writeShards(Partition(*whole, count), out_, prune);
  }
  [[nodiscard]] json head() const { return json::parse(scratch_.read("out/book.json")); }

  Scratch scratch_;
  std::filesystem::path out_ = scratch_.path("out");
};

TEST_F(ShardFiles, AreAtThePathsInTheHead) {
  json book = shelf(400);
  book["policy"] = {{"deadlineMs", 700}};
  book["holdout"] = {{"shareBps", 500}, {"seed", "s"}};
  book["offers"] = json::array({cross("everywhere", "p5", {{"categories", {"all"}}})});
  const shards::WrittenShards done = publish(book, false, 128);
  const std::map<std::string, std::string> files = filesBelow(out_);
  EXPECT_EQ(files.size(), 130u);
  EXPECT_EQ(done.files, 130u);
  EXPECT_EQ(done.written, 130u);
  EXPECT_TRUE(files.at("book.json").starts_with("{\"shards\":"));  // a page recognizes a head by this
  const json head = this->head();
  EXPECT_EQ(head["shards"]["count"], 128);
  EXPECT_EQ(head["policy"]["deadlineMs"], 700);
  EXPECT_EQ(head["holdout"]["seed"], "s");
  EXPECT_FALSE(head.contains("products"));
  EXPECT_TRUE(files.contains(head["shards"]["common"][0].get<std::string>() + ".json"));
  std::size_t products = 0;
  for (std::size_t i = 0; i < 128; ++i) {
    const std::string group = head["shards"]["groups"][i % head["shards"]["groups"].size()];
    const json shard = json::parse(files.at(group + "/" + std::to_string(i) + ".json"));
    products += shard["products"].size();
  }
  EXPECT_EQ(products, 400u);
}

TEST_F(ShardFiles, AreNotWrittenAgainForTheSameBook) {
  (void)publish(shelf(100));
  const auto before = filesBelow(out_);
  const auto writtenAt = std::filesystem::last_write_time(out_ / "book.json");
  const shards::WrittenShards again = publish(shelf(100));
  EXPECT_EQ(again.written, 0u);
  EXPECT_EQ(filesBelow(out_), before);
  EXPECT_EQ(std::filesystem::last_write_time(out_ / "book.json"), writtenAt);
}

TEST_F(ShardFiles, KeepTheirNameUnlessTheirGroupChanges) {
  (void)publish(shelf(1000), false, 256);
  const json before = head()["shards"]["groups"];
  json book = shelf(1000);
  book["products"][7]["price"] = 1100;
  const shards::WrittenShards done = publish(book, false, 256);
  const json after = head()["shards"]["groups"];
  std::size_t renamed = 0;
  for (std::size_t i = 0; i < before.size(); ++i) renamed += before[i] != after[i];
  EXPECT_EQ(renamed, 1u);
  EXPECT_EQ(done.written, 256 / 64 + 1u) << "one group and the head";
  EXPECT_TRUE(std::filesystem::exists(out_ / before[shards::shardOf("p7", 64)].get<std::string>()))
      << "pages with the earlier head still find its shards";
}

TEST_F(ShardFiles, AreRemovedByPruneIfNoLongerUsed) {
  (void)publish(shelf(100));
  std::filesystem::create_directories(out_ / ".0123456789abcdef.Ab12Cd");  // left by an interrupted run
  std::filesystem::create_directories(out_ / "0123456789abcdef-ours");
  scratch_.write("out/robots.txt", "");
  json book = shelf(100);
  for (json& product : book["products"]) product["price"] = 1100;
  const shards::WrittenShards done = publish(book, true);
  EXPECT_EQ(done.pruned, 64u + 1u);
  std::set<std::string> expected = {"book.json", "robots.txt", "0123456789abcdef-ours"};
  const json now = head();
  for (const json& group : now["shards"]["groups"]) expected.insert(group.get<std::string>());
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(out_)) found.insert(entry.path().filename().string());
  EXPECT_EQ(found, expected);
}

TEST_F(ShardFiles, AreRepairedIfMissingOrTruncated) {
  (void)publish(shelf(100));
  const auto before = filesBelow(out_);
  const auto shard = std::next(before.begin(), 3)->first, other = std::next(before.begin(), 5)->first;
  std::filesystem::remove(out_ / shard);
  std::filesystem::resize_file(out_ / other, 3);
  EXPECT_EQ(publish(shelf(100)).written, 2u);
  EXPECT_EQ(filesBelow(out_), before);
}

TEST_F(ShardFiles, KeepTheOldHeadIfNewShardsCannotBeWritten) {
  (void)publish(shelf(100));
  const auto before = filesBelow(out_);
  json book = shelf(100);
  for (json& product : book["products"]) product["price"] = 1100;
  const auto whole = indexedShelf(book);
  const Partition partition(*whole, 64);
  // A file is in the place of the last group.
  const std::string last = shards::makeGroup(partition, 63).name;
  scratch_.write("out/" + last, "");
  EXPECT_THROW((void)shards::writeShards(partition, out_, true), Unusable);
  EXPECT_EQ(scratch_.read("out/book.json"), before.at("book.json"));
  for (const auto& [name, text] : before) EXPECT_EQ(scratch_.read("out/" + name), text);
  for (const auto& entry : std::filesystem::directory_iterator(out_)) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << "no temporary folder is left";
  }
}

}  // namespace
}  // namespace aftermint
