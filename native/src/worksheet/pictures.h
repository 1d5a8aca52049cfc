/** @file Pictures for a worksheet, embedded so that the page needs no other files. */
#pragma once

#include <string>

#include "worksheet/worksheet.h"

namespace aftermint::worksheet {

/**
 * Finds the source of a product's picture: an http(s) URL as it is; a path as a `data:` URL with the file below
 * `folder`; otherwise an empty text.
 *
 * If `folder` is empty, no file is read. Nor is a file outside the folder, above 2 MiB, or without the extension of a
 * picture.
 */
[[nodiscard]] Pictures picturesFrom(const std::string& folder);

}  // namespace aftermint::worksheet
