/** @file The options by which `import --orders`, `replay` and `mine` read an order file: declared once. */
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

/** The file as the options say it is to be read. Throws Unusable (`usage`) for columns that name no part. */
[[nodiscard]] orders::OrderFile orderFile(const std::string& path, const OrderOptions& options);

/** Throws Unusable where no line of a file could be used: then it is no order file, whatever its header says. */
void refuseEmpty(const orders::OrderFileRead& read, const std::string& path);

/** "bad_price 3, missing_code 1": why lines were skipped; empty where none was. */
[[nodiscard]] std::string skipReasonText(const orders::LineCounts& lines);

/** What the help of each of the commands says of the files. */
[[nodiscard]] std::string_view orderFilesHelp();

}  // namespace aftermint::cli
