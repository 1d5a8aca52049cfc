/** @file The options of a page. */

/** How a page is set up. The script tag's `data-` attributes have the same names. */
export interface Options {
  /** URL of the book, or of the head of its shards. */
  book: string;
  /** URL that receives events. @defaultValue no events are sent */
  beacon?: string | undefined;
  /** URL that receives one-click accepts. @defaultValue offers after payment are links */
  accept?: string | undefined;
  /** The merchant's own visitor id. @defaultValue a random id, stored if that is allowed */
  visitor?: string | undefined;
  /** `required`: nothing is stored about the visitor until `aftermint.consent(true)`. */
  consent?: string | undefined;
  /** Experiment arms that an owner wants to see, `experiment=arm,…`. Nothing is measured, stored or bought then. */
  preview?: string | undefined;
  /** URL of the wasm module. @defaultValue next to the script */
  wasm?: string | undefined;
  /** Integrity of the wasm module (`sha256-…`, `sha384-…`); empty: not checked. @defaultValue that of the module it was built with */
  integrity?: string | undefined;
}
