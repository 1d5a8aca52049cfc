/** @file The options of `aftermint serve` about events of pages. */
#pragma once

#include <CLI/CLI.hpp>

#include "serve/page_checks.h"

namespace aftermint::cli {

/** Adds the quotas, `--require-page-token` and `--keep-events`. `options` must outlive the parsing. */
void addPageEventOptions(CLI::App& command, PageEventOptions& options);

}  // namespace aftermint::cli
