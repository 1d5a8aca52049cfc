/** @file Looks at a page and at the files that it loads. */
import { createHash } from 'node:crypto';
import type { BookFacts } from '../books.js';
import type { Workshop } from '../core.js';
import { sha256 } from '../inspected.js';
import type { Findings } from './finding.js';
import { type Tag, tagsOf } from './html.js';
import { checkOrder } from './order.js';
import { allowsRequest, allowsScript, allowsStyle, allowsWasm, type Policy, policiesOf } from './policy.js';
import { mediaTypeOf, type Visited, visit, whyNot } from './visit.js';

const kElements = ['aftermint-bump', 'aftermint-bundle', 'aftermint-offer'];
const kScriptTypes = /^(application|text)\/(x-)?(java|ecma)script$/;
const hash = (algorithm: string, bytes: Buffer) =>
  `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

/** Examines one page. */
export class PageDoctor {
  private readonly _page: Visited;
  private readonly _base: URL;
  private readonly _tags: Tag[];
  private readonly _policies: Policy[];
  private readonly _findings: Findings;
  private readonly _core: Workshop;

  constructor(page: Visited, findings: Findings, core: Workshop) {
    this._page = page;
    this._findings = findings;
    this._core = core;
    this._tags = tagsOf(page.bytes.toString());
    const base = this._tags.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
    this._base = this._url(base?.attributes.get('href') ?? '', page.url) ?? page.url;
    const metas = this._tags.filter(
      ({ name, attributes }) =>
        name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
    );
    this._policies = [
      ...policiesOf(page.headers.get('content-security-policy') ?? ''),
      ...metas.flatMap(({ attributes }) => policiesOf(attributes.get('content') ?? '')),
    ];
  }

  async examine(): Promise<void> {
    const script = this._findScript();
    const elements = this._tags.filter(({ name }) => kElements.includes(name));
    if (elements.length === 0) this._findings.warning('element_missing', this._page.url.href);
    let book: BookFacts | null = null;
    if (script) {
      await this._checkScript(script);
      this._checkConsent(script);
      this._checkEndpoints(script);
      book = await this._checkBook(script);
    }
    for (const element of elements) checkOrder(element, book, this._findings);
    if (elements.some(({ name }) => name !== 'aftermint-offer')) await this._checkRoom();
  }

  private _url(address: string, base: URL = this._base): URL | null {
    try {
      return new URL(address, base);
    } catch {
      return null;
    }
  }

  private _findScript(): Tag | undefined {
    const scripts = this._tags.filter(({ name, attributes }) => name === 'script' && attributes.get('src'));
    const named = scripts.filter(({ attributes }) => /aftermint[^/]*\.m?js/.test(attributes.get('src') ?? ''));
    const script = named.find(({ attributes }) => attributes.has('data-book')) ?? named[0];
    const found = script ?? scripts.find(({ attributes }) => attributes.has('data-book'));
    if (!found?.attributes.get('data-book')) this._findings.warning('script_missing', this._page.url.href);
    if (/\.mjs(\?|$)/.test(found?.attributes.get('src') ?? '')) {
      this._findings.error('script_module', found?.attributes.get('src') ?? '');
    }
    return found;
  }

  /** Fetches a file of the page and reports what keeps a browser from it; null if there is none. */
  private async _load(
    url: URL,
    missing: 'script_unreachable' | 'wasm_unreachable' | 'book_unreachable' | 'sheet_unreachable',
    needsCors: boolean,
  ): Promise<Visited | null> {
    const { origin, protocol } = this._page.url;
    if (protocol === 'https:' && url.protocol === 'http:') this._findings.error('mixed_content', url.href);
    try {
      const file = await visit(url, url.origin === origin ? undefined : origin);
      if (file.status !== 200) {
        this._findings.error(missing, url.href, `status ${file.status}`);
        return null;
      }
      const allowed = file.headers.get('access-control-allow-origin');
      if (needsCors && file.url.origin !== origin && allowed !== '*' && allowed !== origin) {
        this._findings.error('cors', url.href, allowed ? `it allows ${allowed}` : '');
      }
      return file;
    } catch (error) {
      this._findings.error(missing, url.href, whyNot(error));
      return null;
    }
  }

  private async _checkScript({ attributes }: Tag): Promise<void> {
    const url = this._url(attributes.get('src') ?? '');
    if (!url) return;
    const integrity = attributes.get('integrity') ?? '';
    const isOther = url.origin !== this._page.url.origin;
    const nonce = attributes.get('nonce') ?? '';
    if (!allowsScript(this._policies, url, this._page.url, nonce, integrity)) {
      this._findings.error('csp_script', url.href);
    }
    if (!allowsWasm(this._policies)) this._findings.error('csp_wasm', this._page.url.href);
    if (!integrity) this._findings.note('sri_missing', url.href);
    else if (isOther && !attributes.has('crossorigin')) this._findings.error('sri_crossorigin', url.href);
    const file = await this._load(url, 'script_unreachable', attributes.has('crossorigin'));
    if (!file) return;
    const type = mediaTypeOf(file);
    const isStrict = /nosniff/i.test(file.headers.get('x-content-type-options') ?? '');
    // Browsers run a classic script of most types, but never of these, and of no wrong type where sniffing is off.
    if (!kScriptTypes.test(type) && (isStrict || /^(image|audio|video)\/|^text\/csv$/.test(type))) {
      this._findings.error('script_mime', url.href, type || 'no type');
    } else if (!kScriptTypes.test(type)) {
      this._findings.warning('script_mime', url.href, type || 'no type');
    }
    const hashes = integrity.split(/\s+/).filter((each) => /^sha(256|384|512)-/.test(each));
    const matches = (each: string) => each.split('?')[0] === hash(each.slice(0, 6), file.bytes);
    if (hashes.length > 0 && !hashes.some(matches)) this._findings.error('sri_mismatch', url.href);
    await this._checkWasm(url, file);
    const version = /"(\d+\.\d+\.\d+(?:-[\w.]+)?)"/.exec(file.bytes.toString())?.[1];
    if (version && version !== __VERSION__) {
      this._findings.note('script_stale', url.href, `the script is ${version}, this program ${__VERSION__}`);
    }
  }

  private async _checkWasm(scriptUrl: URL, script: Visited): Promise<void> {
    const url = new URL('aftermint-page.wasm', scriptUrl);
    this._checkConnect(url);
    const file = await this._load(url, 'wasm_unreachable', true);
    if (!file) return;
    const type = mediaTypeOf(file);
    if (type !== 'application/wasm') this._findings.warning('wasm_mime', url.href, type || 'no type');
    // A script accepts only the module whose hash it contains.
    if (!script.bytes.includes(hash('sha256', file.bytes))) this._findings.error('wasm_version', url.href);
  }

  private _checkConnect(url: URL): void {
    if (!allowsRequest(this._policies, url, this._page.url)) this._findings.error('csp_connect', url.href);
  }

  /** Whether requests to the collector and the accept endpoint may leave the page. They are not sent. */
  private _checkEndpoints({ attributes }: Tag): void {
    for (const name of ['data-beacon', 'data-accept']) {
      const url = attributes.get(name) ? this._url(attributes.get(name) ?? '') : null;
      if (!url) continue;
      this._checkConnect(url);
      if (this._page.url.protocol === 'https:' && url.protocol === 'http:') {
        this._findings.error('mixed_content', url.href);
      }
    }
  }

  private _checkConsent({ attributes }: Tag): void {
    const consent = attributes.get('data-consent');
    if (consent === undefined) this._findings.note('consent_absent', this._page.url.href);
    else if (consent !== 'required') this._findings.error('consent_value', this._page.url.href, `"${consent}"`);
  }

  private async _checkBook({ attributes }: Tag): Promise<BookFacts | null> {
    const url = attributes.get('data-book') ? this._url(attributes.get('data-book') ?? '') : null;
    if (!url) return null;
    this._checkConnect(url);
    const file = await this._load(url, 'book_unreachable', true);
    if (!file) return null;
    const type = mediaTypeOf(file);
    if (!/^application\/(.+\+)?json$/.test(type)) this._findings.warning('book_mime', url.href, type || 'no type');
    const text = file.bytes.toString();
    // The head of a book in shards has no lists; its parts are not examined.
    if (/^\s*\{\s*"shards"/.test(text)) return this._headOf(text, url);
    const answer = JSON.parse(this._core.inspect(text, Date.now())) as {
      error?: { code: string; pointer?: string; message?: string };
      digest?: string;
      digested?: string;
    };
    if (answer.error) {
      const { code, pointer = '', message = '' } = answer.error;
      this._findings.error('book_refused', url.href, `${code}${pointer && ` at ${pointer}`}: ${message}`);
      return null;
    }
    if (answer.digested === undefined) this._findings.warning('book_unpublished', url.href);
    else if (answer.digest !== sha256(answer.digested)) this._findings.warning('book_changed', url.href);
    return JSON.parse(text) as BookFacts;
  }

  private _headOf(text: string, url: URL): BookFacts | null {
    try {
      return JSON.parse(text) as BookFacts;
    } catch (error) {
      this._findings.error('book_refused', url.href, (error as Error).message);
      return null;
    }
  }

  /** Whether a sheet of the page names the elements, so that they have room before the script runs. */
  private async _checkRoom(): Promise<void> {
    const names = /aftermint-b(ump|undle)/;
    let hasRoom = this._tags.some(({ name, text }) => name === 'style' && names.test(text));
    const isStyled = ({ name, attributes }: Tag) =>
      kElements.includes(name) && /(min-)?(height|block-size)/.test(attributes.get('style') ?? '');
    hasRoom ||= this._tags.some(isStyled);
    const sheets = this._tags.filter(
      ({ name, attributes }) =>
        name === 'link' && attributes.get('href') && /\bstylesheet\b/i.test(attributes.get('rel') ?? ''),
    );
    for (const { attributes } of sheets) {
      const url = this._url(attributes.get('href') ?? '');
      if (!url) continue;
      const isOurs = /aftermint[^/]*\.css/.test(url.pathname);
      if (isOurs && !allowsStyle(this._policies, url, this._page.url, attributes.get('nonce'))) {
        this._findings.error('csp_style', url.href);
      }
      const file = await this._load(url, 'sheet_unreachable', attributes.has('crossorigin'));
      if (!file) continue;
      hasRoom ||= names.test(file.bytes.toString());
      const integrity = attributes.get('integrity') ?? '';
      if (isOurs && integrity && !integrity.split(/\s+/).some((each) => each === hash(each.slice(0, 6), file.bytes))) {
        this._findings.error('sri_mismatch', url.href);
      }
    }
    if (!hasRoom) this._findings.error('room_missing', this._page.url.href);
  }
}
