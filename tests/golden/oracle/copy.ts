/** The copy of an offer that the shopper reads, in a language of the moment. */
import type { Copy, Offer, Variant, World } from './world.js';

const languageOf = (locale: string) => locale.split('-')[0] as string;

/** The key of the text for a reader: `de-AT`, then `de`, then the first written region of German. */
export function keyFor(texts: Record<string, unknown>, locale: string): string | undefined {
  const language = languageOf(locale);
  const regions = Object.keys(texts).filter((key) => languageOf(key) === language);
  return [locale, language, ...regions].find((key) => Object.hasOwn(texts, key));
}

/** The locale of the copy that is shown: in the moment's language, else in the book's. */
export function localeRead(world: World, offer: Offer): string | undefined {
  return keyFor(offer.copy, world.moment.locale || world.book.locale) ?? keyFor(offer.copy, world.book.locale);
}

/** The title of a product or variant in a language, else in the book's language. */
export function titleIn(named: Pick<Variant, 'title' | 'translations'>, locale: string): string {
  const key = keyFor(named.translations ?? {}, locale);
  return key === undefined ? named.title : (named.translations?.[key]?.title ?? named.title);
}

export function copyRead(world: World, offer: Offer): Copy | undefined {
  const locale = localeRead(world, offer);
  return locale === undefined ? undefined : offer.copy[locale];
}
