/** @file Reads and operates a page in WebKit. */
import assert from 'node:assert/strict';
import { Key, type WebDriver, type WebElement } from 'selenium-webdriver';

const kTimeoutMs = 10_000;
const kPauseMs = 50;

/** Reads a value repeatedly until it is as expected. After a timeout it fails with the last value. */
export async function eventually<T>(
  read: () => Promise<T>,
  expected: T | ((value: T) => boolean),
  what = '',
): Promise<void> {
  const check = (value: T) => {
    if (typeof expected !== 'function') assert.deepEqual(value, expected, what || undefined);
    else assert.ok((expected as (value: T) => boolean)(value), `${what || expected}: ${JSON.stringify(value)}`);
  };
  const until = Date.now() + kTimeoutMs;
  for (;;) {
    try {
      return check(await read());
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, kPauseMs));
  }
}

/** Runs in a page: finds elements by selector. What follows one of our elements is searched in its shadow root. */
function lookUp(selector: string): Element[] {
  const [host = '', ...rest] = selector.split(' ');
  if (!/^aftermint-/.test(host) || rest.length === 0) return [...document.querySelectorAll(selector)];
  return [...document.querySelectorAll(host)].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll(rest.join(' ')) ?? []),
  ]);
}

/** The visible state of an element. */
export interface VisibleElement {
  text: string;
  isVisible: boolean;
  isEnabled: boolean;
  isChecked: boolean;
  attributes: Record<string, string>;
  rect: { left: number; top: number; width: number; height: number };
}

/** A window of WebKit with keyboard and pointer. */
export class WebKit {
  readonly driver: WebDriver;

  constructor(driver: WebDriver) {
    this.driver = driver;
  }

  /** Runs a function in the page and returns its result, also of a promise. It cannot use outer variables. */
  async evaluate<Given extends unknown[], T>(work: (...given: Given) => T | Promise<T>, ...given: Given): Promise<T> {
    const answer = await this.driver.executeAsyncScript<{ value?: T; error?: string }>(
      `const done = arguments[arguments.length - 1];
       const given = [...arguments].slice(0, -1);
       (async () => (${work})(...given))().then((value) => done({ value }), (error) => done({ error: error.message }));`,
      ...given,
    );
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as T;
  }

  async elements(selector: string): Promise<WebElement[]> {
    return this.driver.executeScript<WebElement[]>(`return (${lookUp})(arguments[0])`, selector);
  }

  /** Waits until there is exactly one such element and returns it. */
  async element(selector: string): Promise<WebElement> {
    let found: WebElement[] = [];
    await eventually(
      async () => {
        found = await this.elements(selector);
        return found.length;
      },
      1,
      `one ${selector}`,
    );
    return found[0] as WebElement;
  }

  count(selector: string): Promise<number> {
    return this.driver.executeScript<number>(`return (${lookUp})(arguments[0]).length`, selector);
  }

  /** The visible state of the first element; null if there is none. */
  seen(selector: string): Promise<VisibleElement | null> {
    return this.driver.executeScript<VisibleElement | null>(
      `const element = (${lookUp})(arguments[0])[0];
       if (!element) return null;
       const { left, top, width, height } = element.getBoundingClientRect();
       return {
         text: element.textContent.replace(/\\s+/g, ' ').trim(),
         isVisible: element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0,
         isEnabled: !element.matches(':disabled'),
         isChecked: element.checked === true,
         attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
         rect: { left: left + scrollX, top: top + scrollY, width, height },
       };`,
      selector,
    );
  }

  async showsText(selector: string, expected: string | RegExp): Promise<void> {
    const read = async () => (await this.seen(selector))?.text ?? '';
    if (typeof expected === 'string')
      await eventually(read, (text) => text.includes(expected), `the text of ${selector} is ${expected}`);
    else await eventually(read, (text) => expected.test(text), `the text of ${selector} is ${expected}`);
  }

  async shows(selector: string): Promise<void> {
    await eventually(async () => (await this.seen(selector))?.isVisible ?? false, true, `${selector} is visible`);
  }

  async lacks(selector: string): Promise<void> {
    await eventually(() => this.count(selector), 0, `no ${selector}`);
  }

  async isChecked(selector: string, expected: boolean): Promise<void> {
    await eventually(
      async () => (await this.seen(selector))?.isChecked,
      expected,
      `${selector} is ticked: ${expected}`,
    );
  }

  /** Clicks in the middle of an element as soon as it is visible and enabled. */
  async press(selector: string): Promise<void> {
    await this.shows(selector);
    await eventually(async () => (await this.seen(selector))?.isEnabled ?? false, true, `${selector} is enabled`);
    await (await this.element(selector)).click();
  }

  async type(selector: string, text: string): Promise<void> {
    await (await this.element(selector)).sendKeys(text);
  }

  async keys(...keys: string[]): Promise<void> {
    await this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Presses Tab until the wanted element has the focus, also inside our shadow roots. */
  async tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      await this.keys(Key.TAB);
      const isThere = await this.evaluate((wanted) => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.matches(wanted) ?? false;
      }, selector);
      if (isThere) return;
    }
    throw new Error(`Tab never reached ${selector}`);
  }

  async path(): Promise<string> {
    return new URL(await this.driver.getCurrentUrl()).pathname;
  }

  async isAt(path: RegExp): Promise<void> {
    await eventually(
      () => this.path(),
      (at) => path.test(at),
      `at ${path}`,
    );
  }

  /** Sets the size of the page in pixels. */
  async resize(width: number, height: number): Promise<void> {
    const window = this.driver.manage().window();
    let frame = [0, 0];
    // The page gets its new size shortly after the window.
    await eventually(
      async () => {
        const [outerWidth, outerHeight] = [width + (frame[0] ?? 0), height + (frame[1] ?? 0)];
        await window.setRect({ x: 0, y: 0, width: outerWidth, height: outerHeight });
        const inner = await this.inner();
        // If the page still has its old, larger size, the frame would seem negative.
        frame = [Math.max(0, outerWidth - inner[0]), Math.max(0, outerHeight - inner[1])];
        return inner;
      },
      [width, height],
      'the page has the requested size',
    );
  }

  private inner(): Promise<[number, number]> {
    return this.driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  }
}
