// The way of a new team from `npm pack` to a charged, undone and reported offer, by the documents word by word. Express
// runs always; the others build a page or download Next, so they need AFTERMINT_ALL=1.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { commandsOf, filesOf, newLines } from './lib/recipe.mjs';
import { NewcomerShop, packPackage } from './lib/shop.mjs';
import { stacks } from './lib/stacks.mjs';
import { walk } from './lib/walk.mjs';
import { kMostLines } from './run.mjs';

let packed;
before(() => {
  packed = packPackage();
});
after(() => packed?.remove());

describe('a newcomer', () => {
  for (const stack of stacks) {
    const skip = stack.name === 'Express' || process.env.AFTERMINT_ALL ? false : 'set AFTERMINT_ALL=1';
    it(`on ${stack.name} sees an offer charged, undone and reported, by ${stack.document}`, { skip }, async () => {
      const { lines, seconds } = await walk(stack, packed.tarball);
      console.log(`${stack.name}: ${lines.length} lines, ${seconds.toFixed(0)} s`);
      assert.ok(lines.length <= kMostLines, lines.join('\n'));
    });
  }

  it('reads what the shopper would read, and uses the commands that the walk uses', () => {
    const commands = commandsOf('docs/quick-start.md');
    assert.equal(commands[0], 'npm install aftermint express better-sqlite3');
    assert.equal(commands[1], 'npx aftermint check book.json --shopper');
    assert.match(commands[2], /^aftermint serve --book book\.json --store sqlite:events\.sqlite --port 8090 &$/m);
    assert.match(commands[2], /^AFTERMINT_COLLECTOR=http:\/\/127\.0\.0\.1:8090\/events PORT=3000 node server\.mjs$/m);
    assert.equal(commands[3], 'aftermint report sqlite:events.sqlite --book book.json');
    const shop = new NewcomerShop(stacks[0], packed.tarball);
    shop.writeOwn();
    shop.writeOurs();
    // npx runs node_modules/.bin/aftermint, of which `npm install` made a link.
    const options = { cwd: shop.folder, encoding: 'utf8' };
    const read = execFileSync(shop.at('node_modules/.bin/aftermint'), ['check', 'book.json', '--shopper'], options);
    assert.match(read, /The first coat for your Oak board/);
    return shop.remove();
  });

  it('writes as many lines as the documents say', () => {
    const text = filesOf('docs/quick-start.md').get('server.mjs');
    assert.deepEqual(newLines(text, text), []);
    assert.deepEqual(newLines('a\nb\nc\n', 'a\n\n  // x\n  new\nb\nchanged\n'), ['new', 'changed']);
  });
});
