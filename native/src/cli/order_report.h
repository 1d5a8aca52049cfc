/** @file The report on how an order file was read. */
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "orders/order_file.h"

namespace aftermint::cli {

/** `{"shape","columns":{part:name},"dates":{"order","by"},"statuses":{"sales","noSales","unknown"},"unread":{"times","prices"}}` */
[[nodiscard]] nlohmann::ordered_json orderReadJson(const orders::OrderFileRead& read);

/** The number of skipped lines by the code of their reason; reasons without lines are left out. */
[[nodiscard]] nlohmann::ordered_json skippedByJson(const orders::LineCounts& lines);

/** Returns the same as sentences, one on each line. */
[[nodiscard]] std::string orderReadText(const orders::OrderFileRead& read);

}  // namespace aftermint::cli
