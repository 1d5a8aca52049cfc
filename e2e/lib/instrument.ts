/** @file Records what each script uses of the page, the browser and the network. */
import type { BrowserContext, Page } from '@playwright/test';

/** Something of the page, the browser or the network that a script used. */
export interface Touch {
  /** The path of the script: the nearest one on the stack. */
  by: string;
  kind: 'field' | 'cookie' | 'store' | 'listen' | 'ask' | 'code' | 'message' | 'read';
  what: string;
}

interface Hooks {
  tellTouched(touch: Touch): void;
  heldByWasm(needle: string): number;
  changedBuiltIns(): string[];
}

/** Runs in every page of a context before any other script, and records what each script uses. */
export class Instrument {
  private readonly touches: Touch[] = [];

  static async in(context: BrowserContext): Promise<Instrument> {
    const made = new Instrument();
    await context.exposeFunction('tellTouched', (touch: Touch) => made.touches.push(touch));
    await context.addInitScript(install);
    return made;
  }

  /** What a script used of a kind, without duplicates, sorted. */
  by(script: string, kind: Touch['kind']): string[] {
    const mine = this.touches.filter((touch) => touch.by === script && touch.kind === kind);
    return [...new Set(mine.map(({ what }) => what))].sort();
  }

  /** How often a text occurs in WebAssembly memory. */
  heldByWasm(page: Page, needle: string): Promise<number> {
    return page.evaluate((text) => (window as unknown as Hooks).heldByWasm(text), needle);
  }

  /** Built-in functions and properties that have changed since the page started. */
  changedBuiltIns(page: Page): Promise<string[]> {
    return page.evaluate(() => (window as unknown as Hooks).changedBuiltIns());
  }
}

/** Runs in the page, so it cannot use anything outside of this function. */
function install(): void {
  type Any = Record<PropertyKey, unknown>;
  type What = (self: unknown, args: unknown[]) => string | undefined;
  const hooks = window as unknown as Hooks;
  const { tellTouched } = hooks;
  const touch = (kind: Touch['kind'], what: string | undefined) => {
    const by = /https?:\/\/[^/]+\/([^\s):?]+)/.exec(new Error().stack ?? '')?.[1];
    if (by && what) tellTouched({ by, kind, what });
  };

  /** The prototype of a class, if the page has it: some need a secure page, and the first page is blank. */
  const made = (name: string) => ((window as unknown as Any)[name] as { prototype: object } | undefined)?.prototype;
  const call = (owner: unknown, name: string, kind: Touch['kind'], what: What) => {
    const native = (owner as Any | undefined)?.[name];
    if (typeof native !== 'function') return;
    (owner as Any)[name] = new Proxy(native, {
      apply(target, self, args) {
        touch(kind, what(self, args));
        return Reflect.apply(target, self, args);
      },
      construct(target, args, as) {
        touch(kind, what(undefined, args));
        return Reflect.construct(target, args, as) as object;
      },
    });
  };
  const property = (owner: unknown, name: string, kind: Touch['kind'], what: What, only?: 'set') => {
    const { get, set, ...rest } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    if (!get && !set) return;
    const watched: PropertyDescriptor = { ...rest };
    watched.get = function () {
      if (only !== 'set') touch(kind, what(this, []));
      return get?.call(this);
    };
    if (set) {
      watched.set = function (value) {
        touch(kind, what(this, [value]));
        set.call(this, value);
      };
    }
    Object.defineProperty(owner, name, watched);
  };

  /** Whether a node belongs to the page: it is not one of our elements or inside one. */
  const foreign = (node: unknown): node is Element => {
    if (!(node instanceof Element) || !node.isConnected) return false;
    const root = node.getRootNode();
    return !/^aftermint-/.test((root instanceof ShadowRoot ? root.host : node).localName);
  };
  const field: What = (self) =>
    foreign(self) ? `${self.localName} ${self.getAttribute('name') ?? self.id}` : undefined;

  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]) {
    for (const name of [
      'value',
      'checked',
      'files',
      'defaultValue',
      'valueAsNumber',
      'selectedIndex',
      'selectedOptions',
    ]) {
      property(prototype, name, 'field', field);
    }
  }
  property(HTMLFormElement.prototype, 'elements', 'field', field);
  for (const name of ['submit', 'reset']) call(HTMLFormElement.prototype, name, 'field', field);
  call(window, 'FormData', 'field', (_, [form]) => (form ? field(form, []) : undefined));

  property(Document.prototype, 'cookie', 'cookie', () => 'document.cookie');
  for (const name of ['get', 'getAll', 'set', 'delete']) call(made('CookieStore'), name, 'cookie', () => 'cookieStore');

  for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key']) {
    call(Storage.prototype, name, 'store', (self, [key]) => {
      return `${self === localStorage ? 'localStorage' : 'sessionStorage'} ${String(key ?? name)}`;
    });
  }
  call(IDBFactory.prototype, 'open', 'store', (_, [name]) => `indexedDB ${String(name)}`);
  call(made('CacheStorage'), 'open', 'store', (_, [name]) => `caches ${String(name)}`);

  const place = (self: unknown) => {
    if (self === undefined || self === window) return 'window';
    if (self === document) return 'document';
    return foreign(self) ? self.localName : undefined;
  };
  const listening: What = (self, [type]) => place(self) && `${place(self)} ${String(type)}`;
  call(EventTarget.prototype, 'addEventListener', 'listen', listening);
  for (const owner of [window, Document.prototype, HTMLElement.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner).filter((each) => each.startsWith('on'))) {
      property(owner, name, 'listen', (self) => listening(self, [name.slice(2)]), 'set');
    }
  }

  const address = (how: string, url: unknown) => {
    const text = url instanceof Request ? url.url : String(url);
    return `${how} ${new URL(text, document.baseURI).href}`;
  };
  call(window, 'fetch', 'ask', (_, [url]) => address('fetch', url));
  call(Navigator.prototype, 'sendBeacon', 'ask', (_, [url]) => address('navigator.sendBeacon', url));
  call(XMLHttpRequest.prototype, 'open', 'ask', (_, [, url]) => address('XMLHttpRequest', url));
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker']) {
    call(window, name, 'ask', (_, [url]) => address(name, url));
  }
  call(window, 'RTCPeerConnection', 'ask', () => 'RTCPeerConnection');
  const sources: [{ prototype: object }, string][] = [
    [HTMLImageElement, 'src'],
    [HTMLImageElement, 'srcset'],
    [HTMLScriptElement, 'src'],
    [HTMLIFrameElement, 'src'],
    [HTMLLinkElement, 'href'],
  ];
  for (const [{ prototype }, name] of sources) {
    property(prototype, name, 'ask', (self, [url]) => address((self as Element).localName, url), 'set');
  }
  call(Element.prototype, 'setAttribute', 'ask', (self, [name, url]) => {
    const { localName } = self as Element;
    const asks = /^(img|script|iframe|link|embed|object|video|audio|source)$/.test(localName);
    return asks && /^(src|srcset|href|data)$/.test(String(name)) ? address(localName, url) : undefined;
  });

  const markup = (name: string) => () => name;
  for (const owner of [Element.prototype, ShadowRoot.prototype]) {
    for (const name of ['innerHTML', 'outerHTML']) property(owner, name, 'code', markup(name), 'set');
    for (const name of ['insertAdjacentHTML', 'setHTMLUnsafe']) call(owner, name, 'code', markup(name));
  }
  for (const name of ['write', 'writeln']) call(Document.prototype, name, 'code', markup(`document.${name}`));
  call(DOMParser.prototype, 'parseFromString', 'code', markup('DOMParser'));
  call(Range.prototype, 'createContextualFragment', 'code', markup('createContextualFragment'));
  for (const name of ['eval', 'Function']) call(window, name, 'code', markup(name));
  for (const name of ['setTimeout', 'setInterval']) {
    call(window, name, 'code', (_, [work]) => (typeof work === 'string' ? name : undefined));
  }
  call(Document.prototype, 'createElement', 'code', (_, [tag]) => {
    return /^(script|iframe|style|link|object|embed|base|meta)$/i.test(String(tag)) ? `<${String(tag)}>` : undefined;
  });

  call(window, 'postMessage', 'message', () => 'postMessage');
  call(MessagePort.prototype, 'postMessage', 'message', () => 'MessagePort');
  call(window, 'BroadcastChannel', 'message', () => 'BroadcastChannel');

  for (const name of Object.getOwnPropertyNames(Navigator.prototype)) {
    property(Navigator.prototype, name, 'read', () => `navigator.${name}`);
  }
  for (const name of Object.getOwnPropertyNames(Screen.prototype)) {
    property(Screen.prototype, name, 'read', () => `screen.${name}`);
  }
  for (const name of ['referrer', 'title', 'URL', 'domain', 'forms', 'lastModified']) {
    property(Document.prototype, name, 'read', () => `document.${name}`);
  }

  const memories = new Set<WebAssembly.Memory>();
  const keep = (exports: object) => {
    for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) memories.add(one);
  };
  const { instantiate } = WebAssembly as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  Object.assign(WebAssembly, {
    async instantiate(bytes: unknown, imports: Record<string, object> = {}) {
      for (const each of Object.values(imports)) keep(each);
      const made = (await instantiate?.(bytes, imports)) as { instance?: WebAssembly.Instance; exports?: object };
      keep(made.instance?.exports ?? made.exports ?? {});
      return made;
    },
  });
  const native = WebAssembly.Memory;
  WebAssembly.Memory = new Proxy(native, {
    construct(target, args, made) {
      const memory = Reflect.construct(target, args, made) as WebAssembly.Memory;
      memories.add(memory);
      return memory;
    },
  });
  hooks.heldByWasm = (needle) => {
    const narrow = new TextEncoder().encode(needle);
    const wide = new Uint8Array(Uint16Array.from(needle, (letter) => letter.charCodeAt(0)).buffer);
    const countIn = (bytes: Uint8Array, part: Uint8Array) => {
      let count = 0;
      for (let at = bytes.indexOf(part[0] ?? 0); at >= 0; at = bytes.indexOf(part[0] ?? 0, at + 1)) {
        if (part.every((byte, index) => bytes[at + index] === byte)) count += 1;
      }
      return count;
    };
    return [...memories].reduce((sum, { buffer }) => {
      const bytes = new Uint8Array(buffer);
      return sum + countIn(bytes, narrow) + countIn(bytes, wide);
    }, 0);
  };

  // Last, because the instrument itself has changed built-ins until here.
  const builtIns = new Map<string, object>();
  for (const name of Object.getOwnPropertyNames(window)) {
    const value: unknown = Object.getOwnPropertyDescriptor(window, name)?.value;
    if (typeof value === 'function') {
      builtIns.set(name, value);
      if (value.prototype) builtIns.set(`${name}.prototype`, value.prototype as object);
    } else if (/^(JSON|Math|Reflect|Intl|WebAssembly|Atomics)$/.test(name)) builtIns.set(name, value as object);
  }
  const stateOf = (object: object) => {
    const descriptors = Object.getOwnPropertyDescriptors(object) as Record<PropertyKey, PropertyDescriptor>;
    return new Map<PropertyKey, PropertyDescriptor | undefined>(
      Reflect.ownKeys(descriptors).map((key) => [key, descriptors[key]]),
    );
  };
  const before = new Map([...builtIns].map(([name, object]) => [name, stateOf(object)]));
  hooks.changedBuiltIns = () =>
    [...builtIns].flatMap(([name, object]) => {
      const [then = new Map(), now] = [before.get(name), stateOf(object)];
      const keys = [...new Set([...then.keys(), ...now.keys()])];
      const parts = ['value', 'get', 'set'] as const;
      const changed = keys.filter((key) =>
        parts.some((part) => !Object.is(then.get(key)?.[part], now.get(key)?.[part])),
      );
      return changed.map((key) => `${name}.${String(key)}`);
    });
}
