/** @file A book that the module has checked, for the commands that report on it, publish it or shard it. */
import { createHash } from 'node:crypto';
import type { Finding } from '../node.js';
import type { Workshop } from './core.js';
import { answerOf } from './unusable.js';

/** What the check of a book says. */
export interface Inspected {
  /** The findings as JSON, in the bytes of the native program. */
  json: string;
  findings: Finding[];
  /** Line and column of each finding. */
  places: [number, number][];
  products: number;
  offers: number;
  experiments: number;
  /** A published book has changed since it was checked. */
  isChanged: boolean;
}

interface Answer {
  report: { findings: Finding[] };
  places: [number, number][];
  products: number;
  offers: number;
  experiments: number;
  digest?: string;
  digested?: string;
}

/** SHA-256 as 64 hex digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Checks a book, and keeps it in the module for what follows. Throws Unusable for `path`.
 *
 * @param now ms since 1970; without it, rules about time are not checked and the book may have any size
 */
export function inspect(core: Workshop, text: string, path: string, now = -1): Inspected {
  const answer = core.inspect(text, now);
  const { report, digest, digested, ...rest } = answerOf<Answer>(answer, path);
  return {
    ...rest,
    json: answer.slice('{"report":'.length, answer.lastIndexOf(',"places":[')),
    findings: report.findings,
    isChanged: digested !== undefined && digest !== sha256(digested),
  };
}

/** The kept book as pages get it. */
export const publishedText = (core: Workshop): string => core.publishedText(sha256(core.publicText()));
