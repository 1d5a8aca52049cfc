/**
 * @file docs/quick-start.md, word by word: its files run in an empty project with the packed package, a shopper buys in
 * a browser, and the report says what happened.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Project } from '../tests/package/lib/project.mjs';
import { at, kProgram } from './lib/paths.js';

const guide = readFileSync(at('docs/quick-start.md'), 'utf8');
const files = new Map(
  [...guide.matchAll(/^<!-- ([\w.]+) -->\n```\w+\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [name, text]),
);
const commands = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = '']) => text.trim());

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

let project: Project;
const running: ChildProcess[] = [];

/** Starts a program in the project's folder. Its errors are printed. */
function start(program: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(program, args, {
    cwd: project.root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  return child;
}

test.beforeAll(async () => {
  project = await Project.make();
  for (const name of ['express', 'better-sqlite3']) project.lend(name);
  for (const [name, text] of files) {
    // On a slow machine the offer after payment may take longer than a shopper would wait.
    const patient = text.replace('"policy": {', '"policy": { "deadlineMs": 10000,');
    writeFileSync(join(project.root, name), patient);
  }
});

test.afterAll(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  }
  project?.remove();
});

test('the quick start leads from an empty folder to a charged, undone and reported offer', async ({ page }) => {
  expect([...files.keys()]).toEqual(['book.json', 'server.mjs']);
  expect(commands[1]).toBe('npx aftermint check book.json --shopper');
  const keys = { AFTERMINT_SIGNING_KEY: 'a'.repeat(64), AFTERMINT_EVENT_KEYS: 'b'.repeat(64) };

  // Step 2. npx runs node_modules/.bin/aftermint, of which `npm pack` made a link.
  const read = execFileSync(join(project.root, 'node_modules/.bin/aftermint'), ['check', 'book.json', '--shopper'], {
    cwd: project.root,
    encoding: 'utf8',
  });
  expect(read).toContain('The first coat for your Oak board');

  // Step 4.
  expect(commands[2]).toContain('aftermint serve --book book.json --store sqlite:events.sqlite --port 8090 &');
  expect(commands[2]).toContain('COLLECTOR=http://127.0.0.1:8090/events PORT=3000 node server.mjs');
  const store = 'sqlite:events.sqlite';
  const collector = start(kProgram, ['serve', '--book', 'book.json', '--store', store, '--port', '0'], keys);
  const [address] = (await once(createInterface({ input: collector.stdout as NodeJS.ReadableStream }), 'line')) as [
    string,
  ];
  const COLLECTOR = `${/http:\S+/.exec(address)?.[0]}/events`;
  const PORT = `${await freePort()}`;
  start(process.execPath, ['server.mjs'], { ...keys, COLLECTOR, PORT });
  const shop = `http://127.0.0.1:${PORT}`;
  await expect
    .poll(
      () =>
        fetch(`${shop}/book.json`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);

  await page.goto(`${shop}/checkout`);
  const pay = page.locator('#pay');
  const place = await pay.boundingBox();
  await page.getByRole('checkbox').check();
  await expect(pay).toHaveText('Pay £70.00');
  expect(await pay.boundingBox(), 'the pay button stays in its place').toEqual(place);
  await pay.click();
  await expect(page.getByRole('listitem')).toHaveText(['1 × board, £58.00', '1 × wax, £12.00']);

  await page.getByRole('button', { name: 'Pay £9.00 now' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.reload();
  await expect(page.getByText('Paid: £79.00'), 'the accept is in the order').toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  const order = page.url();
  await expect
    .poll(async () => (await page.request.get(order)).text(), 'the undo took it out again')
    .toContain('Paid: £70.00');
  await page.goto('about:blank'); // sends the events that wait

  // Step 5.
  expect(commands[3]).toBe('aftermint report sqlite:events.sqlite --book book.json');
  const report = () =>
    JSON.parse(
      execFileSync(kProgram, ['report', store, '--book', 'book.json', '--json'], {
        cwd: project.root,
        encoding: 'utf8',
      }),
    ) as { groups: { offer: string; arms: Record<string, unknown>[] }[] };
  await expect
    .poll(
      () => {
        const found = new Map(
          report().groups.map(({ offer, arms }) => [offer, arms.find(({ name }) => name === 'offered')]),
        );
        const of = (offer: string) => {
          const { assigned, orders, gross, refunded, accepted, undone } = found.get(offer) ?? {};
          return { assigned, orders, gross, refunded, accepted, undone };
        };
        return { wax: of('wax-with-board'), brush: of('brush-with-board') };
      },
      { timeout: 20_000 },
    )
    .toEqual({
      wax: { assigned: 1, orders: 1, gross: 7000, refunded: 0, accepted: 1, undone: 0 },
      brush: { assigned: 1, orders: 1, gross: 7000, refunded: 0, accepted: 1, undone: 1 },
    });
});

test('a team writes fewer than 35 lines of its own for Aftermint', () => {
  const server = files.get('server.mjs') ?? '';
  const own = server.split('\n').filter((line) => line.trim() !== '');
  const adapter = server.slice(server.indexOf('// Aftermint:'), server.indexOf('const app ='));
  const added = [
    ...adapter.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//')),
    ...own.filter((line) => !adapter.includes(line) && /aftermint/i.test(line)),
  ];
  console.log(`docs/quick-start.md: ${own.length} lines in all, ${added.length} of them for Aftermint`);
  expect(added.length).toBeLessThan(35);
});
