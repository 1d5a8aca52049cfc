/**
 * A page's word for its language as a locale, or undefined where it names none (`auto`, `default`, `C`, `und`).
 *
 * It may be written as a system does (`de_AT.UTF-8`). What follows the region in subtags of one letter is left out:
 * `-u-nu-arab` would give a price other digits than the server's receipt has.
 */
export function localeOf(text: string | null | undefined): string | undefined {
  return /^(?!(und|m(is|ul)|zxx)\b)[a-z]{2,3}(-[a-z\d]{2,8}){0,3}(?![a-z\d])/i.exec(
    `${text ?? ''}`.trim().replaceAll('_', '-'),
  )?.[0];
}
