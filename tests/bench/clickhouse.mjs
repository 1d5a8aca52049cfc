// How long `aftermint report` takes on ClickHouse as a store grows, next to SQLite with the same events. Up to a million
// events both must print the same report.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { at, Plain } from '../../scripts/lib/project.mjs';
import { median } from './race.mjs';

const program = '/usr/sbin/clickhouse-server';
const divisions = ['offer', 'experiment'];
/** Visitors a day for 120 days; each makes some three events. The last size is for ClickHouse alone. */
const visitors = { quick: [30, 300], full: [30, 300, 2_800, 28_000] };
const largestInSqlite = 2_800;
const day = 86_400_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A server of our own, in a folder that goes with it. */
async function startServer() {
  mkdirSync(at('build/bench'), { recursive: true });
  const folder = mkdtempSync(at('build/bench/clickhouse-'));
  const [http, tcp] = [await freePort(), await freePort()];
  const write = (name, text) => writeFileSync(join(folder, name), `<yandex>${text}</yandex>`);
  write(
    'users.xml',
    `<profiles><default></default></profiles><quotas><default></default></quotas><users><default><password></password>
     <networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>`,
  );
  write(
    'config.xml',
    `<logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
     <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
     <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
     <default_profile>default</default_profile><default_database>default</default_database>
     <mark_cache_size>268435456</mark_cache_size>`,
  );
  const child = spawn(program, [`--config-file=${folder}/config.xml`], { cwd: folder, stdio: 'ignore' });
  const url = `clickhouse://127.0.0.1:${http}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${http}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  const stop = async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

function run(args) {
  const since = performance.now();
  const { status, stdout, stderr, error } = spawnSync(at('build/native/aftermint'), args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error || status !== 0) throw new Plain(`aftermint ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return { ms: performance.now() - since, stdout };
}

/** Sends a query on a connection of its own: the engine closes one that was not used for some seconds. */
async function query(url, sql) {
  const asked = request(url, { method: 'POST', agent: false }).end(sql);
  const [answer] = await once(asked, 'response');
  const text = (await answer.toArray()).join('');
  if (answer.statusCode !== 200) throw new Plain(`ClickHouse answered ${answer.statusCode}: ${text}`);
  return text;
}

/** Reports by each division: the median time, and the text without the time at which it was made. */
function reportsOf(store, rounds) {
  return divisions.map((by) => {
    const runs = Array.from({ length: rounds }, () => run(['report', store, '--by', by, '--json']));
    return { by, ms: median(runs.map(({ ms }) => ms)), text: runs[0].stdout.replace(/"counted":"[^"]*",/, '') };
  });
}

/** @returns for each size: events, and for each engine milliseconds to write them and of each report. */
export async function measureClickHouse({ quick, tell }) {
  if (!existsSync(program)) throw new Plain('clickhouse-server is not installed: apt-get install clickhouse-server');
  const { url, stop } = await startServer();
  // Every window has ended and every order is mature, so that two reports say the same at different times.
  const until = new Date(Math.floor(Date.now() / day) * day - 90 * day).toISOString();
  const fill = (store, perDay) =>
    run([
      ...['simulate', at('demo/books/demo.json'), '--truth', at('demo/history.json'), '--visitors', String(perDay)],
      ...['--days', '120', '--until', until, '--store', store, '--json'],
    ]).ms;
  try {
    const sizes = [];
    for (const perDay of quick ? visitors.quick : visitors.full) {
      tell(`ClickHouse with ${perDay} visitors a day`);
      const store = `${url}/v${perDay}`;
      const rounds = perDay > largestInSqlite ? 1 : 3;
      const size = { perDay, clickhouse: { writeMs: fill(store, perDay), reports: reportsOf(store, rounds) } };
      const [host, database] = [url.slice('clickhouse://'.length), `v${perDay}`];
      size.events = Number(await query(`http://${host}/?database=${database}`, 'SELECT uniqExact(h1, h2) FROM events'));
      if (perDay <= largestInSqlite) {
        const file = at(`build/bench/clickhouse-${perDay}.sqlite`);
        for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
        size.sqlite = { writeMs: fill(`sqlite:${file}`, perDay), reports: reportsOf(`sqlite:${file}`, rounds) };
        rmSync(file, { force: true });
        for (const [i, { by, text }] of size.sqlite.reports.entries()) {
          if (text !== size.clickhouse.reports[i].text) {
            throw new Plain(`the reports of ${size.events} events by ${by} differ between SQLite and ClickHouse`);
          }
        }
      }
      for (const engine of [size.clickhouse, size.sqlite]) for (const each of engine?.reports ?? []) delete each.text;
      sizes.push(size);
    }
    return sizes;
  } finally {
    await stop();
  }
}
