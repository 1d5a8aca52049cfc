/** @file The workshop's module as the commands use it. */
import { readFile } from 'node:fs/promises';
import factory from '../../../build/wasm/aftermint-workshop.mjs';
import { startGlue } from '../loadCore.js';

/** The functions of the module (docs/formats.md): text in, text out. */
export type Workshop = Awaited<ReturnType<typeof factory>>;

/** Starts the module that lies next to this file, or at `wasm`. */
export function startWorkshop(wasm: string | URL = new URL(__WASM_FILE__, import.meta.url)): Promise<Workshop> {
  return startGlue(
    factory,
    readFile(wasm).then((bytes) => new Uint8Array(bytes).buffer),
  );
}
