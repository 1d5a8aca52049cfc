/** @file Records what pages push into their data layers. */
import type { BrowserContext } from '@playwright/test';
import type { Ga4Event } from '../../widget/src/dataLayer/ga4.js';

/** The tag of the data layer script, as a merchant writes it. */
export const kDataLayerTag = '<script async src="/dist/aftermint-datalayer.js" data-layer="dataLayer"></script>';

/** What all pages and tabs of a shopper push into their data layers. */
export class DataLayer {
  /** All entries in the order in which they were pushed. */
  readonly entries: unknown[] = [];

  static async of(context: BrowserContext): Promise<DataLayer> {
    const layer = new DataLayer();
    await context.exposeFunction('tellPushed', (entry: unknown) => layer.entries.push(entry));
    await context.addInitScript(() => {
      const { tellPushed } = window as unknown as { tellPushed(entry: unknown): void };
      const made: unknown[] = [];
      made.push = (...entries) => {
        for (const entry of entries) tellPushed(entry);
        return made.length;
      };
      Object.assign(window, { dataLayer: made });
    });
    return layer;
  }

  /** The events, without the entries that clear the previous one. */
  get events(): Ga4Event[] {
    return this.entries.filter((entry): entry is Ga4Event => (entry as Ga4Event).event !== undefined);
  }

  /** The names of the events. */
  get names(): string[] {
    return this.events.map(({ event }) => event);
  }

  /** The events of that name. */
  of(name: Ga4Event['event']): Ga4Event['ecommerce'][] {
    return this.events.filter(({ event }) => event === name).map(({ ecommerce }) => ecommerce);
  }
}
