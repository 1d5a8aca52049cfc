// Today's ClickHouse, which npm's `chdb` has as a library, behind as much of ClickHouse's HTTP interface as the store
// uses. `node chdbServer.mjs FOLDER_OF_CHDB DATA` prints its address and serves until it is killed:
// the library ends by no milder signal than SIGKILL.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { Session } = createRequire(join(process.argv[2], 'package.json'))('chdb');
const folder = process.argv[3];
const session = new Session(join(folder, 'data'));
const data = join(folder, 'insert.bin');

/** One statement; requests are answered one after the other, because there is one session for all of them. */
function answer(url, body) {
  const parameters = new URL(url, 'http://localhost').searchParams;
  session.query(`USE \`${parameters.get('database') ?? 'default'}\``);
  const insert = parameters.get('query');
  if (!insert) return session.query(body.toString(), 'TabSeparated');
  // The library takes no data with a statement.
  writeFileSync(data, body);
  return session.query(insert.replace(/ FORMAT (\w+)$/, ` FROM INFILE '${data}' FORMAT $1`));
}

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    try {
      response.end(answer(request.url, Buffer.concat(parts)));
    } catch (error) {
      response.statusCode = 500;
      response.end(error.message.replace(/^Query failed: /, ''));
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  const [[version]] = [session.query('SELECT version()', 'TabSeparated').trim().split('\n')];
  console.log(`clickhouse://127.0.0.1:${server.address().port} ${version}`);
});
