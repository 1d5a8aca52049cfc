// One engine in its own thread, so that garbage and type feedback of others do not affect it. Runs in Node and in a
// page's worker.
import { makeCase, makeSpread, makeWorld } from './world.mjs';

/** An engine whose first decision takes longer than this is measured once and not 21 times. */
const tooSlowMs = 1_000;
/** How long an engine runs before it is measured, so that compilers can optimise it. */
const warmMs = 150;

const now = () => performance.now();

/** An engine that gives a wrong answer. Its times would be worthless. */
class Disagreement extends Error {
  name = 'Disagreement';
}

/** All WebAssembly memories created from now on. */
function watchMemories() {
  const found = new Set();
  const { instantiate, Instance, Memory } = WebAssembly;
  const look = (exports) => {
    for (const value of Object.values(exports)) if (value instanceof Memory) found.add(value);
  };
  WebAssembly.instantiate = async (source, imports) => {
    const made = await instantiate(source, imports);
    look((made.instance ?? made).exports);
    return made;
  };
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      look(this.exports);
    }
  };
  WebAssembly.Memory = class extends Memory {
    constructor(options) {
      super(options);
      found.add(this);
    }
  };
  return () => [...found].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}

/** The offer in an answer: Aftermint's module returns text, every other engine an object. */
const winnerOf = (form, answer) => (form.isText ? JSON.parse(answer) : answer).offer;

const inputOf = (form, { moment }) => (form.isText ? JSON.stringify(moment) : moment);

function mustWin(form, answer, { winner }) {
  const given = winnerOf(form, answer);
  if (given !== winner) throw new Disagreement(`${form.name} offers ${given} where ${winner} must win`);
}

/**
 * Opens an engine with a world's rules and checks its decisions.
 *
 * @param order `form` by name, `offers`, `conditions`, the `place` of the match, or `spread` moments over the book.
 */
async function open(engine, host, order) {
  const form = engine.forms.find(({ name }) => name === order.form);
  const world = makeWorld(order.offers, order.conditions);
  const wasmBytes = watchMemories();
  const text = form.write(world);
  const cases = order.spread ? makeSpread(world, order.spread) : [makeCase(world, order.place ?? 'last')];
  const others = [...cases.slice(1), makeCase(world, 'middle'), makeCase(world, 'none')];
  world.rules = null; // 100,000 of them would count as the engine's memory
  const startSince = now();
  const started = await form.start?.(host.read);
  const startMs = now() - startSince;
  const heapBefore = host.heapBytes();
  const loadSince = now();
  const decide = await form.open(text, started, cases[0].moment);
  const loadMs = now() - loadSince;
  const heapAfter = host.heapBytes();
  const inputs = cases.map((each) => inputOf(form, each));
  const firstSince = now();
  const first = await decide(inputs[0]);
  const firstMs = now() - firstSince;
  const isTooSlow = firstMs > tooSlowMs;
  if (!form.isPart) {
    mustWin(form, first, cases[0]);
    // A slow engine is slow for every moment, so one answer is enough.
    if (!isTooSlow) for (const each of others) mustWin(form, await decide(inputOf(form, each)), each);
  }
  return [
    { form, decide, inputs, cases },
    {
      startMs,
      loadMs,
      firstMs,
      isTooSlow,
      textBytes: text.length,
      heapBytes: heapBefore === null ? null : heapAfter - heapBefore,
      wasmBytes: wasmBytes() || null,
      momentBytes: JSON.stringify(cases[0].moment).length,
      sentBytes: decide.sentBytes,
      answerBytes: decide.answerBytes,
    },
  ];
}

/** Milliseconds for this many calls in sequence. */
async function timeCalls({ form, decide, inputs }, calls) {
  const count = inputs.length;
  let answer;
  const since = now();
  if (form.isAsync) for (let i = 0; i < calls; i += 1) answer = await decide(inputs[i % count]);
  else for (let i = 0; i < calls; i += 1) answer = decide(inputs[i % count]);
  return { ms: now() - since, answer };
}

/** Warms the lane up and returns how many calls take about `roundMs`. */
async function warm(lane, roundMs) {
  const since = now();
  let calls = 1;
  let { ms } = await timeCalls(lane, calls);
  while (now() - since < warmMs || (ms < roundMs / 2 && calls < 1e8)) {
    if (ms < roundMs / 2) calls *= 2;
    ({ ms } = await timeCalls(lane, calls));
  }
  return { calls: Math.max(1, Math.round((calls * roundMs) / Math.max(ms, 0.001))), onceMs: ms / calls };
}

/** One round: nanoseconds per call. The last answer is checked, so that wrong answers cannot look fast. */
async function round(lane, calls) {
  const { ms, answer } = await timeCalls(lane, calls);
  if (!lane.form.isPart) mustWin(lane.form, answer, lane.cases[(calls - 1) % lane.cases.length]);
  return (ms * 1e6) / calls;
}

/** Handles the messages of the benchmark in sequence. */
export function serve(engine, host) {
  let lane;
  const doors = {
    async open(order) {
      const [opened, facts] = await open(engine, host, order);
      lane = opened;
      return facts;
    },
    warm: ({ roundMs }) => warm(lane, roundMs),
    round: ({ calls }) => round(lane, calls),
  };
  host.listen(async ({ ask, order }) => {
    try {
      host.send({ answer: await doors[ask](order) });
    } catch (error) {
      host.send({ error: { name: error?.name ?? 'Error', message: error?.message ?? String(error) } });
    }
  });
}
