/** @file What the commands that read an order file say of the reading. */
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "orders/order_file.h"

namespace aftermint::cli {

/** `{"shape","columns":{part:name},"dates":{"order","by"},"statuses":{"sales","noSales","unknown"},"unread":{"times","prices"}}` */
[[nodiscard]] nlohmann::ordered_json orderReadJson(const orders::OrderFileRead& read);

/** The same in sentences, each on a line: columns, and what else there is to say. */
[[nodiscard]] std::string orderReadText(const orders::OrderFileRead& read);

}  // namespace aftermint::cli
