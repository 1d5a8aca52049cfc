/** @file A shopper who uses the keyboard and hears Orca. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Desktop } from './desktop.js';

/** A shopper who uses the keyboard and hears what Orca says. */
export class Listener {
  private readonly desktop: Desktop;
  private readonly page: Page;
  private from: number;

  constructor(desktop: Desktop, page: Page) {
    this.desktop = desktop;
    this.page = page;
    this.from = desktop.speech.mark();
  }

  /** What Orca has said since the last press. */
  get heard(): string {
    return this.desktop.speech.text(this.from);
  }

  /**
   * Focuses an element and waits until Orca speaks it. While Orca is still loading a new page it misses focus events, so
   * the focus is set repeatedly.
   */
  async standOn(element: Locator, name: string): Promise<void> {
    this.from = this.desktop.speech.mark();
    await this.page.bringToFront();
    await expect(async () => {
      await element.blur();
      await element.focus();
      await this.desktop.speech.says(name, this.from, 4000);
    }).toPass({ timeout: 60_000, intervals: [0] });
  }

  /** Presses a key. */
  async press(key: string): Promise<void> {
    this.from = this.desktop.speech.mark();
    await this.desktop.press(key);
  }

  /** Waits until Orca says this. Returns everything said since the last press. */
  hears(what: string | RegExp): Promise<string> {
    return this.desktop.speech.says(what, this.from);
  }

  /**
   * Returns everything said from the last press until Orca speaks the next press: all earlier speech is complete then.
   *
   * @param key the key to press next; `answer` is what Orca says for it.
   */
  async hearsUntil(key: string, answer: string): Promise<string> {
    const before = this.from;
    const pressed = this.desktop.speech.mark();
    await this.desktop.press(key);
    await this.desktop.speech.says(answer, pressed);
    return this.desktop.speech.text(before);
  }

  /** Asserts that the text contains this once. */
  expectOnce(text: string, what: string): void {
    expect(text.split(what).length - 1, `“${what}” once in: ${text}`).toBe(1);
  }
}
