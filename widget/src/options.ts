/** How a page is set up; the script tag's `data-` attributes have the same names. */
export interface Options {
  /** URL of the book, or of the head of its shards. */
  book: string;
  /** URL that takes events. @defaultValue none are sent */
  beacon?: string | undefined;
  /** URL that takes one-click accepts. @defaultValue offers after payment are links */
  accept?: string | undefined;
  /** The merchant's own visitor id. @defaultValue one made here, and kept where that is allowed */
  visitor?: string | undefined;
  /** `required`: nothing is stored about the visitor until `aftermint.consent(true)`. */
  consent?: string | undefined;
  /** Arms that an owner wants to see, `experiment=arm,…`: nothing is measured, kept or bought then. */
  preview?: string | undefined;
  /** URL of the wasm module. @defaultValue beside the script */
  wasm?: string | undefined;
  /** SHA-384 of the wasm module. @defaultValue the one it was built with */
  integrity?: string | undefined;
}
