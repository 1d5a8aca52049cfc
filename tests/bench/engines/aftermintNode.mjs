// Aftermint on a Node server: `aftermint/node` as shipped.
import { makeBook } from '../book.mjs';

export default {
  package: 'aftermint',
  hosts: ['Node'],
  forms: [
    {
      name: 'aftermint/node: object in, decision out',
      oursIn: 'Node',
      write: (world) => JSON.stringify(makeBook(world)),
      start: async (read) => (await import(read.url('dist/node.mjs'))).load,
      async open(text, load) {
        const engine = await load({ book: text });
        return (moment) => engine.decide(moment);
      },
    },
  ],
};
