/** @file A web font that is used for the offer and arrives late. It is much larger than the fallback font. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Answer, Change } from './changeAnswers.js';

/** Long after the offer is shown. */
const kDelayMs = 900;

const kPath = /\/assets\/late\.ttf$/;
const kRules = `
@font-face { font-family: Late; src: url(/assets/late.ttf); font-display: swap; size-adjust: 130%; }
aftermint-bump, aftermint-bump::part(headline) { font-family: Late, serif; }`;

/** A font of this machine; every browser package depends on fontconfig. */
const font = () =>
  readFileSync(execFileSync('fc-match', ['-f', '%{file}', 'sans:fontformat=TrueType'], { encoding: 'utf8' }));

declare global {
  interface Window {
    /** The sizes of the bump's headline, each change once; from `recordHeadline`. */
    headlineSeen?: number[];
  }
}

/** Runs in a page before its own scripts: records the size of the headline in every frame. */
export function recordHeadline(): void {
  const seen: number[] = [];
  window.headlineSeen = seen;
  const look = () => {
    const headline = document.querySelector('aftermint-bump')?.shadowRoot?.querySelector('[part~=headline]');
    if (headline) {
      const words = document.createRange();
      words.selectNodeContents(headline);
      const { width, height } = words.getBoundingClientRect();
      if (seen.at(-1) !== width * height) seen.push(width * height);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Answers for a page that make the font late. */
export const lateFont: { path: RegExp; change: Change }[] = [
  {
    path: /\/(checkout|products\/[^/]+)$/,
    change: (answer: Answer) => {
      const policy = `${answer.headers['content-security-policy']}; font-src 'self'`;
      return { ...answer, headers: { ...answer.headers, 'content-security-policy': policy } };
    },
  },
  {
    path: /\/shop\.css$/,
    change: (answer: Answer) => ({ ...answer, body: Buffer.concat([answer.body, Buffer.from(kRules)]) }),
  },
  {
    path: kPath,
    change: async () => {
      await new Promise((done) => setTimeout(done, kDelayMs));
      return { status: 200, headers: { 'content-type': 'font/ttf' }, body: font() };
    },
  },
];
