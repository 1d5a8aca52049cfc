/** @file Pictures for a worksheet, so that the page needs nothing else. */
#pragma once

#include <string>

#include "worksheet/worksheet.h"

namespace aftermint::worksheet {

/**
 * Where a product's picture is shown from: a file of the folder as a `data:` URL where its address is a path in it, a
 * whole address as it is, else nothing. Without a folder (empty) no file is read. A path that leads out of the folder,
 * a file of more than 2 MiB or of a kind that is no picture is not read.
 */
[[nodiscard]] Pictures picturesFrom(const std::string& folder);

}  // namespace aftermint::worksheet
