/** @file The files of the package that pages load, served by the endpoint. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** The style sheet is part of this module: bundlers would take its place for an import of styles. */
const kStyle = 'aftermint.css';

/**
 * Each other file, next to this module. Every place is written out, because bundlers that copy files look for exactly this
 * form.
 */
const kBeside: Record<string, () => URL> = {
  'aftermint.js': () => new URL('./aftermint.js', import.meta.url),
  'aftermint-page.wasm': () => new URL('./aftermint-page.wasm', import.meta.url),
  'aftermint-messages.json': () => new URL('./aftermint-messages.json', import.meta.url),
  'aftermint-debug.js': () => new URL('./aftermint-debug.js', import.meta.url),
  'aftermint-datalayer.js': () => new URL('./aftermint-datalayer.js', import.meta.url),
  'checkout.mjs': () => new URL('./checkout.mjs', import.meta.url),
};

const kTypes: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  wasm: 'application/wasm',
};

/** A file as it is served. */
export interface PageFile {
  bytes: Buffer;
  type: string;
  etag: string;
  /** For the attribute `integrity`. */
  integrity: string;
}

/** The files of the package for pages, each read once, when it is first asked for. */
export class PageFiles {
  static readonly names = [kStyle, ...Object.keys(kBeside)];
  private readonly _folder: URL | undefined;
  private readonly _read = new Map<string, PageFile>();

  /** @param folder where the files are, if not next to this module */
  constructor(folder?: URL) {
    this._folder = folder;
  }

  /** A file by its name. Throws what the file system throws, ENOENT where a bundle has left the file out. */
  get(name: string): PageFile {
    const known = this._read.get(name);
    if (known) return known;
    const bytes = this._bytesOf(name);
    const hash = createHash('sha384').update(bytes).digest('base64');
    const type = kTypes[name.slice(name.lastIndexOf('.') + 1)]!;
    const file = { bytes, type, etag: `"${hash.slice(0, 32)}"`, integrity: `sha384-${hash}` };
    this._read.set(name, file);
    return file;
  }

  private _bytesOf(name: string): Buffer {
    if (this._folder) return readFileSync(new URL(name, this._folder));
    if (name === kStyle) return Buffer.from(__STYLE__);
    try {
      return readFileSync(kBeside[name]!());
    } catch (error) {
      // A bundle may have left the file out, or give it an address of the browser.
      const installed = `node_modules/aftermint/dist/${name}`;
      if (existsSync(installed)) return readFileSync(installed);
      throw error;
    }
  }
}
