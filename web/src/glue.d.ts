/** @file Types of Emscripten's glue modules, and of the constants that the build defines. */

/** The functions of both wasm modules (docs/formats.md): JSON text in, JSON text out. */
interface CoreGlue {
  open(book: string): string;
  decide(book: number, moment: string): string;
  view(book: number, moment: string): string;
  close(book: number): void;
}
/** The functions of the page module. */
interface Glue extends CoreGlue {
  /** Adds the messages of a language; the workshop module already contains all. */
  addMessages(line: string): void;
}
interface GlueOptions {
  /** The bytes of the wasm module. The factory rejects if they do not start. */
  wasm: ArrayBuffer | Uint8Array;
}
declare module '*/aftermint-page.mjs' {
  export default function factory(options: GlueOptions): Promise<Glue>;
}
declare module '*/aftermint-workshop.mjs' {
  type Workshop = CoreGlue & {
    check(book: string): string;
    enforce(book: number): string;
    explain(book: number, moment: string): string;
    verify(book: number, accept: string): string;
    read(counts: string): string;
    // For the program of the npm package (wasm/workbench.h).
    inspect(book: string, now: number): string;
    publicText(): string;
    publishedText(digest: string): string;
    partition(count: number): string;
    shardFiles(group: number): string;
    shardHead(names: string): string;
    judgeCopy(kind: number, localeAndText: string): string;
    faultsOf(shape: number, bytes: string): string;
    basis(book: number, moment: string): string;
  };
  export default function factory(options: GlueOptions): Promise<Workshop>;
}
/** The file name of the wasm module next to the script. */
declare const __WASM_FILE__: string;
/** The SHA-256 of the wasm module. */
declare const __WASM_INTEGRITY__: string;
/** The version of the package. */
declare const __VERSION__: string;
/** The SHA-256 of aftermint-messages.json. */
declare const __MESSAGES__: string;
/** True in the ES module for pages and bundlers, false in the classic script of the script tag. */
declare const __IS_MODULE__: boolean;
/** aftermint.css, as it is in dist/. Only in the server's module. */
declare const __STYLE__: string;
