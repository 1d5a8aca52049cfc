#include "serve/shard_routes.h"

#include <algorithm>
#include <memory>

#include "ids.h"
#include "json.h"

namespace aftermint {

std::string headWithStopped(const std::string& head, std::span<const std::string> stopped) {
  Json whole = Json::parse(head);
  Json& checked = whole["checked"];
  if (!checked.contains("digest")) checked["digest"] = sha256Hex(head);
  Json& refused = checked["refused"];
  if (refused.is_null()) refused = Json::array();
  for (const std::string& offer : stopped) {
    if (std::find(refused.begin(), refused.end(), Json(offer)) == refused.end()) refused.push_back(offer);
  }
  return compact(whole);
}

Response shardResponse(StaticFiles& shards, const std::string& path, const Request& request, const ServedBook* served) {
  if (path != "book.json") return shards.answer(path, request, kForGood);
  const std::shared_ptr<const BookVersion> version = served == nullptr ? nullptr : served->now();
  if (version == nullptr || version->stopped.empty()) return shards.answer(path, request, kAskAgain);
  const Request whole;  // the headers of the request concern the head with the stops, not the file
  const Response file = shards.answer(path, whole, kAskAgain);
  if (file.status != 200) return file;
  // A head has no lists, so it is a few kilobytes. The file may be replaced while the server runs.
  std::string head = headWithStopped(std::string(file.content()), version->stopped);
  return std::make_shared<const Representation>(std::move(head), file.contentType)->answer(request, kAskAgain);
}

}  // namespace aftermint
