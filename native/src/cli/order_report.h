/** @file What the commands that read an order file say of the reading. */
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "orders/order_file.h"

namespace aftermint::cli {

/** `{"shape","columns":{part:name},"dates":{"order","by"},"statuses":{"sales","noSales","unknown"},"unread":{"times","prices"}}` */
[[nodiscard]] nlohmann::ordered_json orderReadJson(const orders::OrderFileRead& read);

/** The number of skipped lines by the code of their reason; reasons without lines are left out. */
[[nodiscard]] nlohmann::ordered_json skippedByJson(const orders::LineCounts& lines);

/** The same in sentences, each on a line: columns, and what else there is to say. */
[[nodiscard]] std::string orderReadText(const orders::OrderFileRead& read);

}  // namespace aftermint::cli
