/** What Emscripten's MODULARIZE factory gives: the doors of docs/formats.md (text in, text out). */
interface Glue {
  /** The page's module alone: the others have every language. */
  speak?(line: string): void;
  open(book: string): string;
  decide(book: number, moment: string): string;
  present(book: number, moment: string): string;
  close(book: number): void;
}
interface GlueOptions {
  /** The module's bytes; the factory rejects where they do not start. */
  wasm: ArrayBuffer | Uint8Array;
}
declare module '*/aftermint-page.mjs' {
  export default function factory(options: GlueOptions): Promise<Glue>;
}
declare module '*/aftermint-workshop.mjs' {
  type Workshop = Glue & {
    check(book: string): string;
    enforce(book: number): string;
    explain(book: number, moment: string): string;
    verify(book: number, accept: string): string;
    read(counts: string): string;
  };
  export default function factory(options: GlueOptions): Promise<Workshop>;
}
/** The module's file name beside the script, and its SHA-384, baked in by the build. */
declare const __WASM_FILE__: string;
declare const __WASM_INTEGRITY__: string;
declare const __VERSION__: string;
/** The SHA-256 of our words beside the script (core/words). */
declare const __WORDS__: string;
/** True in the module that pages and bundlers import, false in the script of the tag. */
declare const __IS_MODULE__: boolean;
