// A web font that the offer is set in and that comes late, much larger than what stood in for it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Answer, Change } from './answer.js';

/** Long after the offer stands. */
const kLate = 900; // ms

const kPath = /\/assets\/late\.ttf$/;
const kRules = `
@font-face { font-family: Late; src: url(/assets/late.ttf); font-display: swap; size-adjust: 130%; }
aftermint-bump, aftermint-bump::part(headline) { font-family: Late, serif; }`;

/** A font of the machine's own: every browser brings fontconfig. */
const font = () =>
  readFileSync(execFileSync('fc-match', ['-f', '%{file}', 'sans:fontformat=TrueType'], { encoding: 'utf8' }));

declare global {
  interface Window {
    /** How much room the words of the bump's headline have taken, each change once; from `recordHeadline`. */
    headlineSeen?: number[];
  }
}

/** Runs in a page before anything of its own: what the font did to the headline, by frame. */
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

/** What a page is answered so that the font is late. */
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
      await new Promise((done) => setTimeout(done, kLate));
      return { status: 200, headers: { 'content-type': 'font/ttf' }, body: font() };
    },
  },
];
