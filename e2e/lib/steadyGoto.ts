/** @file Navigation that a race in Firefox's driver does not end. */
import type { Page } from '@playwright/test';

const kMostRetries = 3;

/**
 * Makes `page.goto` try again if Firefox says that a navigation was interrupted by one to the same address. Its driver can
 * take the end of an earlier navigation, such as that of a form, for a new one (microsoft/playwright#41216).
 */
export function steadyGoto(page: Page): void {
  if (page.context().browser()?.browserType().name() !== 'firefox') return;
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    for (let retries = 0; ; retries += 1) {
      try {
        return await goto(url, options);
      } catch (error) {
        const [, target, other] =
          /Navigation to "(.+)" is interrupted by another navigation to "(.+)"/.exec(`${error}`) ?? [];
        if (target === undefined || target !== other || retries === kMostRetries) throw error;
      }
    }
  };
}
