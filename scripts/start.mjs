// `npm start`: sets up, builds, and serves the demo shop.
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { withBuildLock, at, main, Plain, run } from './lib/project.mjs';
import { setup } from './setup.mjs';

const help = `npm start [-- OPTIONS]

Installs what is missing, builds Aftermint, and serves the demo shop until Ctrl+C.

  --port N      the port to listen on (default 8080; 0: any free one)
  --store URL   where events and orders are stored (default sqlite:build/demo.sqlite)
  --book FILE   the book of offers (default demo/books/demo.json)
  --shop FILE   the shop's name, home page and categories (default: from the book)
  --no-history  start without the four months of simulated shoppers that a new store of the demo's own book gets
  --guard       stop offers that do harm, until \`aftermint release\` brings them back
  --help        this text`;

const demoBook = 'demo/books/demo.json';

function options() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '8080' },
        store: { type: 'string', default: 'sqlite:build/demo.sqlite' },
        book: { type: 'string', default: demoBook },
        shop: { type: 'string' },
        'no-history': { type: 'boolean', default: false },
        guard: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new Plain(`${error.message}\n\n${help}`);
  }
}

await main(async () => {
  const { port, store, book, shop, 'no-history': noHistory, guard, help: wantsHelp } = options();
  if (wantsHelp) {
    console.log(help);
    return;
  }
  await setup(['build']);
  await withBuildLock(build);
  const { code, signal } = await run(at('build/native/aftermint-demo'), [
    ...['--port', port],
    ...['--store', store],
    ...['--book', book],
    ...(guard ? ['--guard'] : []),
    ...(shop === undefined ? [] : ['--shop', shop]),
    // Its shoppers were offered the offers of the demo's book.
    ...(noHistory || book !== demoBook ? [] : ['--history', 'demo/history.json']),
  ]);
  process.exitCode = signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : code;
});
