/** @file Faults of the browser, and of what else on a page has changed in it. */
import type { Fault } from './fault.js';
import { inPolicy } from './fault.js';

const kPolicyNoise = [
  /Content.Security.Policy/i,
  /The page’s settings blocked/, // Firefox
  /blocked WebAssembly/,
  /securitypolicyviolation/,
  /request failed/,
];

export const wasmSupportFaults: Fault[] = [
  {
    when: 'the page’s policy forbids WebAssembly',
    outcome: 'nothing',
    html: inPolicy("'wasm-unsafe-eval'", ''),
    reason: 'wasm_start',
    noise: kPolicyNoise,
    engines: 'all',
  },
  {
    when: 'the page’s policy forbids every request',
    outcome: 'nothing',
    html: inPolicy(/connect-src [^;]*/, "connect-src 'none'"),
    noise: kPolicyNoise,
    engines: 'webkit',
    mute: true,
  },
  {
    when: 'there is no WebAssembly at all',
    outcome: 'nothing',
    before: () => Reflect.deleteProperty(window, 'WebAssembly'),
    reason: 'no_wasm',
    engines: 'webkit',
  },
  {
    when: 'there is not enough memory for the wasm',
    outcome: 'nothing',
    before: () => {
      Object.assign(WebAssembly, { instantiate: () => Promise.reject(new RangeError('Out of memory')) });
    },
    reason: 'wasm_start',
  },
  {
    when: 'the wasm traps in its first call',
    outcome: 'nothing',
    before: () => {
      const start = WebAssembly.instantiate;
      const trap = () => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
      Object.assign(WebAssembly, {
        instantiate: async (...given: [BufferSource, WebAssembly.Imports]) => {
          const { instance, module } = await start(...given);
          const { exports } = instance;
          const broken: Record<string, unknown> = {};
          for (const [name, value] of Object.entries(exports)) broken[name] = value;
          for (const [name, value] of Object.entries(exports)) {
            if (!(value instanceof WebAssembly.Table)) continue;
            broken[name] = {
              get: (index: number) => (/^\D/.test(String(value.get(index)?.name)) ? value.get(index) : trap),
            };
          }
          return { instance: { exports: broken }, module };
        },
      } as never);
    },
    reason: 'core_trap',
  },
];

export const storageFaults: Fault[] = [
  {
    when: 'storage is denied',
    outcome: 'offer',
    before: () => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied by the browser', 'SecurityError');
          },
        });
      }
    },
    engines: 'all',
  },
  {
    when: 'storage is full',
    outcome: 'offer',
    before: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
      };
    },
  },
  {
    when: 'storage contains what is not ours under our names',
    outcome: 'offer',
    before: () => {
      const read = Storage.prototype.getItem;
      const kRubbish = ['', '[', 'null', '{"a":1}', '"\u0000"'];
      Storage.prototype.getItem = function (name) {
        return name.startsWith('aftermint.')
          ? (kRubbish[name.length % kRubbish.length] ?? null)
          : read.call(this, name);
      };
    },
  },
  {
    when: 'storage contains lists of what is not ours under our names',
    outcome: 'nothing',
    before: () => {
      const read = Storage.prototype.getItem;
      Storage.prototype.getItem = function (name) {
        return name.startsWith('aftermint.') ? '[null,1,"x",{"offer":{}}]' : read.call(this, name);
      };
    },
  },
  {
    when: 'cookies are off and reading them throws',
    outcome: 'offer',
    before: () => {
      Object.defineProperty(navigator, 'cookieEnabled', { value: false });
      Object.defineProperty(document, 'cookie', {
        get() {
          throw new DOMException('denied by the browser', 'SecurityError');
        },
      });
    },
  },
  {
    when: 'locks throw',
    outcome: 'offer',
    before: () => {
      Object.defineProperty(navigator, 'locks', {
        value: {
          request: () => {
            throw new DOMException('denied by the browser', 'SecurityError');
          },
        },
      });
    },
  },
];

export const missingFaults: Fault[] = [
  {
    when: 'Intl is missing',
    outcome: 'nothing',
    before: () => Reflect.deleteProperty(window, 'Intl'),
    reason: 'widget',
  },
  {
    when: 'Intl does not know the currency and throws',
    outcome: 'nothing',
    before: () => {
      Intl.NumberFormat = class {
        constructor() {
          throw new RangeError('invalid currency');
        }
      } as unknown as typeof Intl.NumberFormat;
    },
    reason: 'widget',
  },
  {
    when: 'custom elements are missing',
    outcome: 'absent',
    before: () => Reflect.deleteProperty(window, 'customElements'),
  },
  {
    when: 'custom elements cannot be defined',
    outcome: 'absent',
    before: () => {
      customElements.define = () => {
        throw new Error('broken by the page');
      };
    },
    engines: 'webkit',
  },
  {
    when: 'shadow roots are missing',
    outcome: 'absent',
    before: () => {
      Reflect.deleteProperty(Element.prototype, 'attachShadow');
      Reflect.deleteProperty(window, 'ShadowRoot');
    },
  },
  {
    when: 'the browser is too old for style sheets in shadow roots',
    outcome: 'nothing',
    before: () => {
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
      Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
    },
    reason: 'unsupported',
  },
  {
    when: 'the browser is too old for elements in forms',
    outcome: 'nothing',
    before: () => Reflect.deleteProperty(HTMLElement.prototype, 'attachInternals'),
    reason: 'unsupported',
  },
  {
    when: 'IntersectionObserver throws',
    outcome: 'nothing',
    before: () => {
      window.IntersectionObserver = class {
        constructor() {
          throw new Error('broken by the page');
        }
      } as unknown as typeof IntersectionObserver;
    },
    reason: 'widget',
  },
  {
    when: 'there is no source of random numbers',
    outcome: 'absent',
    before: () => {
      Crypto.prototype.getRandomValues = () => {
        throw new DOMException('no entropy', 'QuotaExceededError');
      };
    },
  },
];
