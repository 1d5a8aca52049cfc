/**
 * @file Records what happens on a page of the host. It writes to an attribute, so that a driver can read the record
 * whatever a fault has done to the page's built-ins.
 */

/** What happened on a page up to the current frame. */
export interface HostRecord {
  /** Trusted clicks and key presses. */
  clicks: number;
  keys: number;
  /** Errors and unhandled rejections. */
  errors: string;
  /** Every position and state of the page's own button, each change once. */
  button: string;
  /** What the page's form would submit. */
  form: string;
  /** The positions of the page's own parts, by selector. */
  places: Record<string, string>;
}

/** The attribute of the root element with the record. */
export const kHostRecord = 'data-host-record';

/** Runs in a page before its own scripts. It keeps what it uses, because a fault may replace it. */
export function recordHost(): void {
  const kParts = ['h1', '.lede', '#buy button', '.assurances', '.pay-button', '.after-pay', '.summary', '.bottom'];
  const frame = requestAnimationFrame.bind(window);
  const find = document.querySelector.bind(document);
  const encode = encodeURIComponent;
  const { round } = Math;
  let clicks = 0;
  let keys = 0;
  let errors = '';
  let button = '';
  let lastButton = '';
  let last = '';
  const count = ({ isTrusted, type }: Event) => {
    if (!isTrusted) return;
    if (type === 'click') clicks += 1;
    else keys += 1;
  };
  addEventListener('click', count, true);
  addEventListener('keydown', count, true);
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) errors += `error: ${event.message} ${event.filename}\n`;
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    errors += `unhandled rejection: ${reason}\n`;
  });
  // Less than a hundredth of a pixel is a rounding error.
  const digits = (length: number) => `${round(length * 100) / 100}`;
  const placeOf = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return `${digits(left + scrollX)} ${digits(top + scrollY)} ${digits(width)} ${digits(height)}`;
  };
  const look = () => {
    frame(look);
    const root = document.documentElement;
    const own = find<HTMLButtonElement>('.pay-button, #buy button');
    if (own) {
      const now = `${own.disabled ? 'disabled' : 'enabled'} ${placeOf(own)}`;
      if (now !== lastButton) button += `${now}\n`;
      lastButton = now;
    }
    if (!root || document.readyState === 'loading') return;
    let places = '';
    for (let index = 0; index < kParts.length; index += 1) {
      const selector = kParts[index] as string;
      const part = find(selector);
      if (part) places += `${selector}: ${placeOf(part)}\n`;
    }
    let form = '';
    const owner = own?.form;
    if (owner) {
      new FormData(owner).forEach((value, name) => {
        form += `${name}=${value}\n`;
      });
    }
    const all = [`${clicks}`, `${keys}`, errors, button, form, places].map(encode).join(' ');
    if (all === last) return;
    last = all;
    root.setAttribute('data-host-record', all);
  };
  frame(look);
}

/** Reads the attribute. */
export function readHostRecord(text: string): HostRecord {
  const [clicks, keys, errors, button, form, places] = text.split(' ').map(decodeURIComponent);
  const lines = `${places}`.split('\n').filter(Boolean);
  return {
    clicks: Number(clicks),
    keys: Number(keys),
    errors: `${errors}`,
    button: `${button}`.trim(),
    // The ids of the basket, the form and the visitor are new in every session.
    form: `${form}`.replaceAll(/^(cart|nonce|token|visitor)=.*$/gm, '$1').trim(),
    places: Object.fromEntries(lines.map((line) => line.split(': ') as [string, string])),
  };
}
