/** @file The workshop's module as the commands use it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import factory from '../../../build/wasm/aftermint-workshop.mjs';
import { startGlue } from '../loadCore.js';
import { systemText } from './inputs.js';
import { unusable } from './unusable.js';

/** The functions of the module (docs/formats.md): text in, text out. */
export type Workshop = Awaited<ReturnType<typeof factory>>;

/** Starts the module that lies next to this file, or at `wasm`. Throws Unusable (`file_unreadable`) if it cannot. */
export async function startWorkshop(wasm: string | URL = new URL(__WASM_FILE__, import.meta.url)): Promise<Workshop> {
  const path = wasm instanceof URL ? fileURLToPath(wasm) : wasm;
  try {
    const bytes = await readFile(path);
    return await startGlue(factory, Promise.resolve(new Uint8Array(bytes).buffer));
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).errno === undefined;
    const why = isThere ? 'it is not the module of this version' : systemText(error);
    const hint = 'Install the package again: `npm install aftermint`.';
    throw unusable('file_unreadable', `the WebAssembly module of this program cannot be loaded: ${why}`, hint, path);
  }
}
