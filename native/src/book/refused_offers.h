/** @file Proposals that `check` says could never be shown. */
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "aftermint/book.h"

namespace aftermint {

/** Takes out the offers from number `from` on that have a finding of severity error; returns how many, by finding. */
[[nodiscard]] std::map<std::string, std::size_t> dropRefused(Book& book, std::size_t from = 0);

}  // namespace aftermint
