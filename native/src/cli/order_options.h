/** @file The options for reading order files, shared by `import --orders`, `replay` and `mine`. */
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "orders/order_file.h"

namespace aftermint::cli {

struct OrderOptions {
  std::string columns, shape, delimiter = "auto", dates, skippedFile;
};

/** Adds --columns, --shape, --delimiter, --dates and --dirty to a command; returns them. */
std::vector<CLI::Option*> addOrderOptions(CLI::App& command, OrderOptions& options);

/** Returns the order file with the given options. Throws Unusable (`usage`) if --columns cannot be read. */
[[nodiscard]] orders::OrderFile orderFile(const std::string& path, const OrderOptions& options);

/** Throws Unusable (`table_schema`) if no line is a purchase, as the file is then probably not an order file. */
void refuseEmpty(const orders::OrderFileRead& read, const std::string& path);

/** Returns why lines were skipped: "bad_price 3, missing_code 1"; empty if none was. */
[[nodiscard]] std::string skipReasonText(const orders::LineCounts& lines);

/** The part of the help that describes order files. */
[[nodiscard]] std::string_view orderFilesHelp();

}  // namespace aftermint::cli
