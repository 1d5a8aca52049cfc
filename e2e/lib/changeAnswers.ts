/** @file Changes the answers that a page gets from the shop. */
import type { Page } from '@playwright/test';

/** An answer of the shop on its way to a page. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Changes an answer. Null closes the connection; a promise delays the answer. */
export type Change = (answer: Answer) => Answer | null | Promise<Answer | null>;

/** Changes every answer for a path from now on, except for targets of redirects. */
export async function changeAnswers(page: Page, path: RegExp, change: Change): Promise<void> {
  await page.route(
    ({ pathname }) => path.test(pathname),
    async (route) => {
      const response = await route.fetch();
      const answer = { status: response.status(), headers: response.headers(), body: await response.body() };
      const changed = await change(answer);
      if (!changed) await route.abort('blockedbyclient');
      else await route.fulfill(changed);
    },
  );
}

/** Answers every request for a path from now on, without asking the shop. */
export async function answerInstead(page: Page, path: RegExp, change: Change): Promise<void> {
  await page.route(
    ({ pathname }) => path.test(pathname),
    async (route) => {
      const answer = await change({ status: 200, headers: {}, body: Buffer.alloc(0) });
      if (!answer) await route.abort('blockedbyclient');
      else await route.fulfill(answer);
    },
  );
}

/** Replaces a text in the answer. Throws if it is not there. */
export const rewrite =
  (from: string, to: string): Change =>
  (answer) => {
    const text = String(answer.body);
    if (!text.includes(from)) throw new Error(`the answer does not contain ${from}`);
    return { ...answer, body: Buffer.from(text.replace(from, to)) };
  };

/** Replaces the whole answer. */
export const instead =
  (status: number, body: string, headers: Record<string, string> = {}): Change =>
  () => ({ status, headers, body: Buffer.from(body) });

/** Delays the answer. */
export const late =
  (ms: number): Change =>
  (answer) =>
    new Promise((resolve) => setTimeout(() => resolve(answer), ms));

/** Never answers. */
export const never: Change = () => new Promise(() => undefined);
