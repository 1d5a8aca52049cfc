/**
 * @file The functions of the workshop's module for the `aftermint` program of the npm package (docs/formats.md).
 *
 * They keep one book at a time, the one that `inspect` read last. Without a book they answer with an empty text.
 */
#pragma once

#include "doors.h"

namespace aftermint::doors {

/**
 * Reads and checks a book, and keeps it. Answers with the findings, the line and column of each, and the counts; of a
 * published book also with the digest that it names and the text that the digest is of. `now` in ms since 1970; below
 * 0: rules about time are not checked, and the book may have any size.
 */
[[nodiscard]] Answer inspect(Given bookText, double now);

/** The kept book as pages may read it: the text that the digest of a published book is of. */
[[nodiscard]] Answer publicText();

/** The kept book as pages get it, with that digest and the offers that are never shown. */
[[nodiscard]] Answer publishedText(Given digest);

/** Divides the kept book into shards; a count of 0 chooses one. Answers with the numbers of shards, groups and common
 * offers. */
[[nodiscard]] Answer partition(int count);

/** The files of a group as `[[name, text], …]`; below 0 those of the common part. */
[[nodiscard]] Answer shardFiles(int group);

/** The head's text. `names` has one name a line: of the common part, which may be empty, then of every group. */
[[nodiscard]] Answer shardHead(Given names);

/**
 * Judges one text of an offer's copy. `kind` is the field's number, plus 8 times that of the path, plus 64 times the
 * bytes of the locale, which the text follows.
 */
[[nodiscard]] Answer judgeCopy(int kind, Given localeAndText);

/** Why bytes that are not UTF-8 are refused, as a book (0) or a moment (1). Each byte is one character of the text. */
[[nodiscard]] Answer faultsOf(int shape, Given latin);

/** The order's value that the price band of offers is taken from, in minor units, also where no offer is made. */
[[nodiscard]] Answer basis(int book, Given momentText);

}  // namespace aftermint::doors
