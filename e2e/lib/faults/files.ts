/** @file Faults of the files that a page loads from us, and of the collector. */
import { type Answer, type Change, instead, never, rewrite } from '../changeAnswers.js';
import { type Fault, flipped, half, inPage, kBook, kEvents, kScript, kWasm, typed } from './fault.js';

/** What browsers report about a blocked, missing or changed file. */
const kScriptNoise = [/aftermint\.js/, /integrity/, /BLOCKED_BY_CLIENT/, /NS_ERROR/, /status of \d/];
const kWasmNoise = [/\.wasm/, /integrity/, /status of \d/];
const kBookNoise = [/book\.json/, /status of \d/];
const kEventNoise = [/events/, /BLOCKED_BY_CLIENT/, /status of \d/];

const kLoginPage = '<!doctype html><title>Sign in to this network</title><p>Please sign in.</p>';
const loginPage = instead(200, kLoginPage, { 'content-type': 'text/html' });

/** Changes the book as an object. */
const book =
  (change: (book: Record<string, unknown> & { products: object[]; offers: object[] }) => void): Change =>
  (answer: Answer) => {
    const whole = JSON.parse(String(answer.body));
    change(whole);
    return { ...answer, body: Buffer.from(JSON.stringify(whole)) };
  };

export const scriptFaults: Fault[] = [
  {
    when: 'an extension blocks the script',
    outcome: 'absent',
    answers: [[kScript, () => null]],
    noise: kScriptNoise,
    engines: 'webkit',
  },
  { when: 'the script is missing', outcome: 'absent', answers: [[kScript, instead(404, 'gone')]], noise: kScriptNoise },
  {
    when: 'the server of the script fails',
    outcome: 'absent',
    answers: [[kScript, instead(503, 'later')]],
    noise: kScriptNoise,
  },
  { when: 'the script never arrives', outcome: 'absent', answers: [[kScript, never]], engines: 'webkit', hangs: true },
  {
    when: 'the script is cut off',
    outcome: 'absent',
    answers: [[kScript, half]],
    noise: kScriptNoise,
  },
  {
    // Only the integrity hash in the tag keeps the browser from running half a script.
    when: 'the script is cut off and its tag has no integrity hash',
    outcome: 'absent',
    answers: [[kScript, half]],
    html: inPage(/ integrity="[^"]*" crossorigin/g, ''),
    noise: [...kScriptNoise, /SyntaxError|Unexpected end|unterminated|missing/],
  },
  {
    when: 'the script has a wrong media type',
    outcome: 'absent',
    answers: [[kScript, typed('text/html')]],
    noise: [...kScriptNoise, /MIME type/, /nosniff\)/], // Firefox breaks its message in two
    engines: 'webkit',
  },
  {
    when: 'the script does not match its integrity hash',
    outcome: 'absent',
    answers: [[kScript, (answer) => ({ ...answer, body: Buffer.concat([answer.body, Buffer.from('\n;')]) })]],
    noise: kScriptNoise,
    engines: 'all',
  },
];

export const wasmFaults: Fault[] = [
  {
    when: 'the wasm is missing',
    outcome: 'nothing',
    answers: [[kWasm, instead(404, 'gone')]],
    reason: 'wasm_fetch',
    noise: kWasmNoise,
  },
  {
    when: 'the server of the wasm fails',
    outcome: 'nothing',
    answers: [[kWasm, instead(500, 'later')]],
    reason: 'wasm_fetch',
    noise: kWasmNoise,
  },
  { when: 'the wasm never arrives', outcome: 'waiting', answers: [[kWasm, never]] },
  {
    when: 'the wasm was changed',
    outcome: 'nothing',
    answers: [[kWasm, flipped]],
    reason: 'wasm_fetch',
    noise: kWasmNoise,
    engines: 'webkit',
  },
  {
    when: 'the wasm is cut off',
    outcome: 'nothing',
    answers: [[kWasm, half]],
    reason: 'wasm_fetch',
    noise: kWasmNoise,
  },
  {
    when: 'the wasm has a wrong media type',
    outcome: 'offer',
    answers: [[kWasm, typed('application/octet-stream')]],
  },
];

export const bookFaults: Fault[] = [
  {
    when: 'the book is missing',
    outcome: 'nothing',
    answers: [[kBook, instead(404, 'gone')]],
    reason: 'book_fetch',
    noise: kBookNoise,
  },
  { when: 'the book never arrives', outcome: 'waiting', answers: [[kBook, never]] },
  {
    when: 'the book is blocked',
    outcome: 'nothing',
    answers: [[kBook, () => null]],
    reason: 'book_fetch',
    noise: [...kBookNoise, /BLOCKED_BY_CLIENT/],
    engines: 'webkit',
  },
  {
    when: 'the book is cut off',
    outcome: 'nothing',
    answers: [[kBook, instead(200, '{"version":1,"products":[')]],
    reason: 'json_syntax /products',
  },
  {
    when: 'the book is no file but a login page',
    outcome: 'nothing',
    answers: [[kBook, loginPage]],
    reason: 'json_syntax',
  },
  {
    when: 'the book is an empty file',
    outcome: 'nothing',
    answers: [[kBook, instead(200, '')]],
    reason: 'json_syntax',
  },
  {
    when: 'the book has no products and no offers',
    outcome: 'nothing',
    answers: [[kBook, book((whole) => Object.assign(whole, { products: [], offers: [], experiments: [] }))]],
  },
  {
    when: 'the book has an invalid shape',
    outcome: 'nothing',
    answers: [[kBook, rewrite('"price":8900', '"price":89.5')]],
    reason: 'book_schema /products/0/price',
  },
  {
    when: 'the book has money with a decimal point',
    outcome: 'nothing',
    answers: [[kBook, rewrite('"price":8900', '"price":89.00')]],
    reason: 'book_schema /products/0/price',
  },
  {
    when: 'the book is of a later version',
    outcome: 'nothing',
    answers: [[kBook, rewrite('"version":1', '"version":2')]],
    reason: 'book_schema /version',
  },
  {
    when: 'the book is in another currency',
    outcome: 'nothing',
    answers: [[kBook, book((whole) => Object.assign(whole, { currency: 'EUR' }))]],
  },
  {
    when: 'the book is stale and has none of the products in the basket',
    outcome: 'nothing',
    answers: [
      [kBook, (answer) => ({ ...answer, body: Buffer.from(`${answer.body}`.replaceAll('chefs-knife', 'last-year')) })],
    ],
  },
  {
    when: 'the book has 5,000 products',
    outcome: 'offer',
    answers: [
      [
        kBook,
        book(({ products }) => {
          const [first] = products;
          for (let count = 0; count < 5000; count += 1) products.push({ ...first, id: `extra-${count}` });
        }),
      ],
    ],
  },
  {
    when: 'our messages are missing',
    outcome: 'offer',
    answers: [[/aftermint-messages\.json$/, instead(404, 'gone')]],
    noise: [/aftermint-messages\.json/, /status of \d/],
  },
];

export const eventFaults: Fault[] = [
  {
    when: 'the collector fails',
    outcome: 'offer',
    answers: [[kEvents, instead(503, '', { 'Retry-After': '1' })]],
    noise: kEventNoise,
  },
  { when: 'the collector refuses', outcome: 'offer', answers: [[kEvents, instead(403, 'no')]], noise: kEventNoise },
  { when: 'the collector never answers', outcome: 'offer', answers: [[kEvents, never]] },
  { when: 'an extension blocks the collector', outcome: 'offer', answers: [[kEvents, () => null]], noise: kEventNoise },
  { when: 'the collector answers with a login page', outcome: 'offer', answers: [[kEvents, loginPage]] },
];
