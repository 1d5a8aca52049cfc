/** @file The `aftermint` program. */
#include "cli/cli.h"

int main(int argc, char** argv) { return aftermint::cli::run(argc, argv); }
