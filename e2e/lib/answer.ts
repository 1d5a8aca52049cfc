import type { Page } from '@playwright/test';

/** What the shop answers, on its way to a page. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Makes another answer of it; null breaks the connection off, a promise holds it back. */
export type Change = (answer: Answer) => Answer | null | Promise<Answer | null>;

/** Every answer for a path is changed from now on, but for what a redirect leads to. */
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

/** A change of the answer's text, by words in it that must be there. */
export const rewrite =
  (from: string, to: string): Change =>
  (answer) => {
    const text = String(answer.body);
    if (!text.includes(from)) throw new Error(`nothing in the answer says ${from}`);
    return { ...answer, body: Buffer.from(text.replace(from, to)) };
  };

/** Another answer in its place. */
export const instead =
  (status: number, body: string, headers: Record<string, string> = {}): Change =>
  () => ({ status, headers, body: Buffer.from(body) });

/** The same answer, later. */
export const late =
  (ms: number): Change =>
  (answer) =>
    new Promise((resolve) => setTimeout(() => resolve(answer), ms));

/** No answer for as long as the test lasts. */
export const never: Change = () => new Promise(() => undefined);
