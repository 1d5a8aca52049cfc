/** @file A config file (TOML) with the options of a command. */
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace aftermint::cli {

/** Adds `--config FILE`, also read from an environment variable; `path` must outlive the parsing. */
void addConfigFile(CLI::App& command, std::string& path, const std::string& variable);

/**
 * Sets every option of the command that the file names and that neither command line nor environment gave.
 *
 * Keys are the long names: `port = 8080`, `allow-origin = ["https://a.example", "https://b.example"]`. Call it when the
 * command is parsed. Throws CLI::ParseError for a file that cannot be read, an unknown key or a value that does not
 * fit.
 */
void readConfigFile(CLI::App& command, const std::string& path);

}  // namespace aftermint::cli
