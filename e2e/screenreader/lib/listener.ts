import { expect, type Locator, type Page } from '@playwright/test';
import type { Desktop } from './desktop.js';

/** Somebody at the keyboard who hears what Orca says and sees nothing. */
export class Listener {
  private readonly desktop: Desktop;
  private readonly page: Page;
  private from: number;

  constructor(desktop: Desktop, page: Page) {
    this.desktop = desktop;
    this.page = page;
    this.from = desktop.speech.mark();
  }

  /** What was said since the last press. */
  get heard(): string {
    return this.desktop.speech.text(this.from);
  }

  /**
   * Puts the focus on an element, from where the keys go on, and waits until Orca has come to it. While Orca still takes
   * in a new page it hears of no focus, so it is put there again until it does.
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

  /** Waits until it is said; gives all that was said since the last press. */
  hears(what: string | RegExp): Promise<string> {
    return this.desktop.speech.says(what, this.from);
  }

  /**
   * All that is said since the last press until another press answers: what was to be said before has been said by then.
   *
   * @param key what to press, and what is heard of it.
   */
  async hearsUntil(key: string, answer: string): Promise<string> {
    const before = this.from;
    const pressed = this.desktop.speech.mark();
    await this.desktop.press(key);
    await this.desktop.speech.says(answer, pressed);
    return this.desktop.speech.text(before);
  }

  /** How often it was said since the last press. */
  expectOnce(text: string, what: string): void {
    expect(text.split(what).length - 1, `“${what}” once in: ${text}`).toBe(1);
  }
}
