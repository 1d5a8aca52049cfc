// Where one decision of ours goes, as engines of their own: each does one part of it, over the same book and moment.
import factory from '../../../build/wasm/aftermint-page.mjs';
import { decideOf, openBook, openCore, start, write } from './aftermint.mjs';

/** What the package sends through which door for this moment, and what comes back. */
async function crossingOf(text, read, moment) {
  const crossings = [];
  const listening = async (options) => {
    const glue = await factory(options);
    const heard = { ...glue };
    for (const door of ['decide', 'present']) {
      heard[door] = (book, sent) => {
        const answer = glue[door](book, sent);
        crossings.push({ door, sent, answer });
        return answer;
      };
    }
    return heard;
  };
  const { offer } = decideOf(await openCore(text, read, listening))(moment);
  if (!offer) throw new Error('the moment of the stages is offered nothing');
  const [crossing] = crossings;
  if (!crossing) throw new Error('the package decides through a door that the stages do not know');
  return crossing;
}

/** A part that is no decision: it is timed and has no winner to check. */
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
    part('door, no such book', ({ glue, door, sent }) => {
      return () => glue[door](0, sent);
    }),
    part('door, book without offers', ({ glue, text, door, sent }) => {
      const book = openBook(glue, withoutOffers(text));
      return () => glue[door](book, sent);
    }),
    part('door', ({ glue, text, door, sent }) => {
      const book = openBook(glue, text);
      return () => glue[door](book, sent);
    }),
    part('JSON.stringify', ({ moment, sent }) => {
      // What is sent, where the package makes it of less than the whole moment.
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
