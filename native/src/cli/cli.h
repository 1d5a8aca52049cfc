/** @file The command line: arguments in, one of the exits 0, 1 and 2 out. */
#pragma once

namespace aftermint::cli {

/**
 * Runs the command the arguments name.
 *
 * @return 0 good, 1 findings of severity error or a bad verdict, 2 input that cannot be used or a wrong call
 */
[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace aftermint::cli
