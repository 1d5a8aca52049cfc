// The stages of one decision of Aftermint as separate engines, over the same book and moment.
import factory from '../../../build/wasm/aftermint-page.mjs';
import { decideOf, openBook, openCore, start, write } from './aftermint.mjs';

/** The one call to the module with which the package decides: the function, its input and its answer. */
async function crossingOf(text, read, moment) {
  let crossings = [];
  const listening = async (options) => {
    const glue = await factory(options);
    const heard = Object.entries(glue).map(([door, call]) => [
      door,
      (...given) => {
        const answer = call(...given);
        crossings.push({ door, given, answer });
        return answer;
      },
    ]);
    return Object.fromEntries(heard);
  };
  const decide = decideOf(await openCore(text, read, listening));
  crossings = [];
  if (!decide(moment).offer) throw new Error('the moment of the stages gets no offer');
  const [crossing] = crossings;
  if (crossings.length !== 1) throw new Error(`the package decides with ${crossings.length} calls instead of 1`);
  const [, sent, ...more] = crossing.given;
  return { door: crossing.door, sent, more, answer: crossing.answer };
}

/** A stage that makes no decision: it is measured, but has no winner to check. */
const part = (name, make) => ({
  name,
  isPart: true,
  write,
  start: (read) => read,
  async open(text, read, moment) {
    const crossing = await crossingOf(text, read, moment);
    const work = await make({ text, read, moment, glue: await start(read), ...crossing });
    return Object.assign(work, { sentBytes: crossing.sent.length, answerBytes: crossing.answer.length });
  },
});

const withoutOffers = (text) => JSON.stringify({ ...JSON.parse(text), offers: [] });

export default {
  package: 'aftermint',
  forms: [
    part(
      'empty call',
      ({ glue }) =>
        () =>
          glue.close(0),
    ),
    part('text copied in and out', ({ sent, answer }) => {
      const encoder = new TextEncoder();
      const decoder = new TextDecoder();
      const bytes = encoder.encode(answer);
      const memory = new Uint8Array(1 << 16);
      return () => {
        encoder.encodeInto(sent, memory);
        return decoder.decode(bytes);
      };
    }),
    part('door, no such book', ({ glue, door, sent, more }) => {
      return () => glue[door](0, sent, ...more);
    }),
    part('door, book without offers', ({ glue, text, door, sent, more }) => {
      const book = openBook(glue, withoutOffers(text));
      return () => glue[door](book, sent, ...more);
    }),
    part('door', ({ glue, text, door, sent, more }) => {
      const book = openBook(glue, text);
      return () => glue[door](book, sent, ...more);
    }),
    part('JSON.stringify', ({ moment, sent }) => {
      // The input, which the package makes from only a part of the moment.
      const value = sent.length < JSON.stringify(moment).length ? JSON.parse(sent) : moment;
      return () => JSON.stringify(value);
    }),
    part('JSON.parse', ({ answer }) => {
      return () => JSON.parse(answer);
    }),
    part('package', async ({ text, read, moment }) => {
      const decide = decideOf(await openCore(text, read));
      return () => decide(moment);
    }),
  ],
};
