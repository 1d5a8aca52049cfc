/** @file Faults of the host's page: what its other scripts have replaced, and what it does while it loads. */
import { type Fault, inPage } from './fault.js';

export const patchFaults: Fault[] = [
  {
    when: 'fetch and sendBeacon throw',
    outcome: 'nothing',
    before: () => {
      const broken = () => {
        throw new Error('broken by the page');
      };
      window.fetch = broken;
      navigator.sendBeacon = broken;
    },
  },
  {
    when: 'sendBeacon is blocked and fetch is wrapped',
    outcome: 'offer',
    before: () => {
      const { fetch } = window;
      window.fetch = (...given) => fetch(...given).then((response) => response.clone());
      navigator.sendBeacon = () => false;
    },
  },
  {
    when: 'a wrapper of fetch loses the answer',
    outcome: 'nothing',
    before: () => {
      window.fetch = (async () => undefined) as unknown as typeof fetch;
    },
  },
  {
    when: 'an old library has given arrays, texts and objects a toJSON of their own',
    outcome: 'nothing',
    before: () => {
      // As Prototype.js did up to 1.6. JSON.stringify then writes a list as a text.
      const { stringify } = JSON;
      const add = (owner: object, toJSON: (this: unknown) => unknown) =>
        Object.defineProperty(owner, 'toJSON', { value: toJSON, writable: true, configurable: true });
      add(Array.prototype, function (this: unknown) {
        return stringify(String(this));
      });
      add(String.prototype, function (this: unknown) {
        return String(this);
      });
    },
  },
  {
    when: 'an old library has added enumerable functions to every object and array',
    outcome: 'offer',
    before: () => {
      Object.assign(Object.prototype, { extend() {}, forEachOwn() {} });
      Object.assign(Array.prototype, { each() {}, first() {}, remove() {} });
    },
  },
  {
    when: 'JSON has been replaced by a library that throws',
    outcome: 'nothing',
    before: () => {
      JSON.parse = () => {
        throw new Error('broken by the page');
      };
      JSON.stringify = JSON.parse as unknown as typeof JSON.stringify;
    },
  },
  {
    when: 'a monitoring script has wrapped promises',
    outcome: 'offer',
    before: () => {
      const { then } = Promise.prototype;
      // biome-ignore lint/suspicious/noThenProperty: monitoring scripts do exactly this
      Promise.prototype.then = function (this: Promise<unknown>, ...given: never[]) {
        return then.apply(this, given as never) as never;
      } as never;
      const Native = Promise;
      window.Promise = class ZonePromise<T> extends Native<T> {} as unknown as PromiseConstructor;
    },
  },
  {
    when: 'the prototypes are frozen',
    outcome: 'offer',
    before: () => {
      for (const { prototype } of [Object, Array, Function, Promise, Error, RangeError, Map, Set, String, Date]) {
        Object.freeze(prototype);
      }
    },
  },
  {
    when: 'the console throws',
    outcome: 'offer',
    before: () => {
      for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
        console[level] = () => {
          throw new Error('broken by the page');
        };
      }
    },
  },
  {
    when: 'the page has a global of our name',
    outcome: 'absent',
    before: () => void Object.assign(window, { aftermint: { version: 'of somebody else' } }),
  },
  {
    when: 'timers and idle callbacks have been replaced',
    outcome: 'offer',
    before: () => {
      Reflect.deleteProperty(window, 'requestIdleCallback');
      Object.defineProperty(window, 'scheduler', {
        value: {
          yield: () => {
            throw new Error('broken by the page');
          },
        },
      });
    },
  },
  {
    when: 'the clock jumps a year ahead and back',
    outcome: 'offer',
    before: () => {
      const { now } = Date;
      let turn = 0;
      Date.now = () => {
        turn += 1;
        return now() + (turn % 2 ? 365 * 24 * 3600_000 : 0);
      };
    },
  },
  {
    when: 'the clock stands still',
    outcome: 'offer',
    before: () => {
      const at = Date.now();
      Date.now = () => at;
      performance.now = () => 0;
    },
  },
];

export const pageFaults: Fault[] = [
  {
    when: 'the order has money with a decimal point',
    outcome: 'nothing',
    html: inPage(/(&quot;price&quot;:8900)\b/g, '$1.00'),
    reason: 'order_json',
    on: ['checkout', 'confirmation'],
  },
  {
    when: 'the order is no JSON',
    outcome: 'nothing',
    html: inPage(/ order="\{/g, ' order="{{'),
    reason: 'order_json',
  },
  {
    when: 'the script tag is there twice',
    outcome: 'offer',
    html: inPage(/<script async.*<\/script>/g, '$&\n$&'),
  },
  {
    when: 'a tag manager adds the script after the page has loaded',
    outcome: 'offer',
    // The policy of the demo's pages would not let a script add another one.
    html: (answer) => {
      const { 'content-security-policy': _policy, ...headers } = answer.headers;
      return inPage(
        /<script async (.*)><\/script>/g,
        '<script type="text/later" data-later $1></script>',
      )({
        ...answer,
        headers,
      });
    },
    before: () => {
      addEventListener('load', () => {
        const later = document.querySelector('script[data-later]');
        const tag = document.createElement('script');
        for (const { name, value } of later?.attributes ?? []) {
          if (name !== 'type' && name !== 'data-later') tag.setAttribute(name, value);
        }
        later?.remove();
        document.head.append(tag);
      });
    },
  },
  {
    when: 'the page replaces our elements again and again while it loads',
    outcome: 'offer',
    before: () => {
      let count = 0;
      const again = () => {
        for (const element of document.querySelectorAll('aftermint-bump, aftermint-bundle, aftermint-offer')) {
          element.replaceWith(element.cloneNode());
        }
        count += 1;
        if (count < 20) setTimeout(again, 10);
      };
      addEventListener('DOMContentLoaded', again);
    },
  },
  {
    when: 'the page removes our elements while they load',
    outcome: 'absent',
    before: () => {
      addEventListener('DOMContentLoaded', () => {
        for (const element of document.querySelectorAll('aftermint-bump, aftermint-bundle, aftermint-offer')) {
          const placeholder = document.createElement('div');
          placeholder.style.blockSize = `${element.getBoundingClientRect().height}px`;
          if (element.localName === 'aftermint-bump') element.replaceWith(placeholder);
          else (element.closest('.bundle-room') ?? element).remove();
        }
      });
    },
  },
  {
    when: 'the shopper leaves each page while it loads and comes back',
    outcome: 'offer',
    leaves: true,
    engines: 'all',
  },
  {
    when: 'the page comes from the back/forward cache',
    outcome: 'offer',
    before: () => {
      addEventListener('load', () => {
        for (const type of ['pagehide', 'pageshow']) {
          dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
        }
      });
    },
  },
  { when: 'the processor is slow', outcome: 'offer', slowBy: 4 },
];
