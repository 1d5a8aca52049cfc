/** @file Faults around a checkout, for "a shopper buys as usual when …" in every browser. */
import { type Change, instead, never, rewrite } from './changeAnswers.js';

export interface Fault {
  /** Completes "a shopper buys as usual when …". */
  when: string;
  /** The path of the answers to change. */
  path?: RegExp;
  change?: Change;
  /** Runs in the page before its own scripts. */
  before?: () => void;
  /** The reason in the `fault` event; undefined if no event can be sent. */
  reason?: string;
  /** What the browser itself reports. */
  noise?: RegExp[];
  /** The offer is still shown. */
  offered?: true;
}

const kScript = /\/dist\/aftermint\.js$/;
const kWasm = /\.wasm$/;
const kBook = /\/book\.json$/;

export const faults: Fault[] = [
  {
    when: 'the script is blocked',
    path: kScript,
    change: () => null,
    noise: [/aftermint\.js/, /BLOCKED_BY_CLIENT/, /NS_ERROR/],
  },
  {
    when: 'the script is missing',
    path: kScript,
    change: instead(404, 'gone'),
    noise: [/aftermint\.js/, /404/, /integrity/],
  },
  {
    when: 'the script does not match its integrity hash',
    path: kScript,
    change: (answer) => ({ ...answer, body: Buffer.concat([answer.body, Buffer.from('\n;')]) }),
    noise: [/integrity/, /aftermint\.js/],
  },
  {
    when: 'the wasm is missing',
    path: kWasm,
    change: instead(404, 'gone'),
    reason: 'wasm_fetch',
    noise: [/\.wasm/, /404/, /integrity/],
  },
  {
    when: 'the wasm was changed',
    path: kWasm,
    change: (answer) => {
      answer.body.writeUInt8(answer.body.readUInt8(answer.body.length - 1) ^ 1, answer.body.length - 1);
      return answer;
    },
    reason: 'wasm_fetch',
    noise: [/integrity/, /\.wasm/],
  },
  {
    when: 'the book is missing',
    path: kBook,
    change: instead(404, 'gone'),
    reason: 'book_fetch',
    noise: [/book\.json/, /404/],
  },
  {
    when: 'the book never arrives',
    path: kBook,
    change: never,
  },
  {
    when: 'the book is broken',
    path: kBook,
    change: instead(200, '{"version":1,"products":['),
    reason: 'json_syntax /products',
  },
  {
    when: 'the book has an invalid shape',
    path: kBook,
    change: rewrite('"price":8900', '"price":89.5'),
    reason: 'book_schema /products/0/price',
  },
  {
    when: 'the book has money with a decimal point',
    path: kBook,
    change: rewrite('"price":8900', '"price":89.00'),
    reason: 'book_schema /products/0/price',
  },
  {
    when: 'the order has money with a decimal point',
    path: /\/checkout$/,
    change: rewrite('&quot;price&quot;:12000', '&quot;price&quot;:120.00'),
    reason: 'order_json',
  },
  {
    when: 'the collector fails',
    path: /\/events$/,
    change: instead(503, '', { 'Retry-After': '1' }),
    noise: [/events/, /503/],
    offered: true,
  },
  {
    when: 'the page’s policy forbids WebAssembly',
    path: /\/checkout$/,
    change: (answer) => {
      const policy = answer.headers['content-security-policy'] ?? '';
      if (!policy.includes("'wasm-unsafe-eval'"))
        throw new Error('the policy does not allow WebAssembly in the first place');
      return {
        ...answer,
        headers: { ...answer.headers, 'content-security-policy': policy.replace("'wasm-unsafe-eval'", '') },
      };
    },
    reason: 'wasm_start',
    noise: [/Content Security Policy/, /blocked WebAssembly/, /securitypolicyviolation/],
  },
  {
    when: 'there is no WebAssembly at all',
    before: () => Reflect.deleteProperty(window, 'WebAssembly'),
    reason: 'no_wasm',
  },
  {
    when: 'fetch and sendBeacon throw',
    before: () => {
      const broken = () => {
        throw new Error('broken by the page');
      };
      window.fetch = broken;
      navigator.sendBeacon = broken;
    },
  },
  {
    when: 'IntersectionObserver throws',
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
    when: 'storage throws',
    before: () => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('broken by the page', 'SecurityError');
          },
        });
      }
    },
    offered: true,
  },
  {
    when: 'custom elements cannot be defined',
    before: () => {
      customElements.define = () => {
        throw new Error('broken by the page');
      };
    },
  },
];
