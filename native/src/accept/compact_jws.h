/** @file A JWS in compact form (RFC 7515), taken apart without any tolerance. */
#pragma once

#include <optional>
#include <string_view>

#include "json.h"

namespace aftermint {

/** Header and claims of a compact JWS, whose signature is not checked. */
struct CompactJws {
  Json header;
  Json claims;
};

/**
 * Takes a compact JWS apart.
 *
 * @return none unless the whole text is three parts of base64url without padding, with a dot between them, of which the
 *     first two are JSON objects in UTF-8, in which no name is there twice
 */
[[nodiscard]] std::optional<CompactJws> parseCompactJws(std::string_view token);

/** A JSON object in which no name is there twice, at any depth; none for another text. */
[[nodiscard]] std::optional<Json> parseUniqueObject(std::string_view text);

}  // namespace aftermint
