/** @file Reads a language tag as a page or a browser writes it. */

/**
 * The locale in a language tag, or undefined if it names no language (`auto`, `default`, `C`, `und`).
 *
 * Accepts the form of operating systems too (`de_AT.UTF-8`). Extensions are removed: with `-u-nu-arab` a price would have
 * other digits than in the server's receipt.
 */
export function localeOf(text: string | null | undefined): string | undefined {
  return /^(?!(und|m(is|ul)|zxx)\b)[a-z]{2,3}(-[a-z\d]{2,8}){0,3}(?![a-z\d])/i.exec(
    `${text ?? ''}`.trim().replaceAll('_', '-'),
  )?.[0];
}
