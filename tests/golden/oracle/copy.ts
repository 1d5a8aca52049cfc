/** What the shopper reads: the copy of an offer in a language of the moment, its placeholders filled. */
import type { Copy, Offer, World } from './world.js';

/** Locales to look for, nearest first: `de-AT`, `de`, then the book's own in the same way. */
export function localesOf(world: World): string[] {
  const withLanguage = (locale: string) => [locale, locale.split('-')[0] as string];
  return [...withLanguage(world.moment.locale || world.book.locale), ...withLanguage(world.book.locale)];
}

export function localeRead(world: World, offer: Offer): string | undefined {
  return localesOf(world).find((locale) => Object.hasOwn(offer.copy, locale));
}

export function copyRead(world: World, offer: Offer): Copy | undefined {
  const locale = localeRead(world, offer);
  return locale === undefined ? undefined : offer.copy[locale];
}
