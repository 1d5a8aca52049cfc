// Measures engines against each other. Each round runs all of them in turn, so that other load on the machine affects
// all.

const sorted = (values) => [...values].sort((a, b) => a - b);
export const median = (values) => sorted(values)[values.length >> 1];

/**
 * The ratio of row `a` to row `b` of the same race: the median of the ratios of the rounds, so that a busy machine
 * affects both.
 */
export function ratioOf(a, b) {
  const shared = Math.min(a.roundsNs.length, b.roundsNs.length);
  return median(a.roundsNs.slice(0, shared).map((nanos, round) => nanos / b.roundsNs[round]));
}

/** The time limit for all rounds of an engine, in ms. A slower engine gets fewer rounds, which its row says. */
const patienceMs = 8_000;

/**
 * The role of a row in the verdicts: Aftermint, another interface of Aftermint, a rival, a rival that checks as much as
 * Aftermint, a hand-written index, or a stage of Aftermint.
 */
function roleOf(host, { engine, form }) {
  if (form.oursIn === host.name) return 'ours';
  if (form.isPart) return 'part';
  if (form.byHand) return 'by_hand';
  if (form.asksAll) return 'rival_full';
  return engine.package === 'aftermint' ? 'ours_too' : 'rival';
}

/** The description of an entrant, whether it ran or not. */
const aboutOf = (host, { engine, form, order }) => ({
  host: host.name,
  engine: engine.package ?? 'no engine',
  version: engine.version,
  form: form.name,
  role: roleOf(host, { engine, form }),
  ...order,
});

/**
 * Opens an entrant. A rival that cannot load the rules is reported. A wrong decision, or any failure of Aftermint, ends
 * the benchmark.
 */
async function enter(host, entrant, roundMs) {
  const about = aboutOf(host, entrant);
  const lane = await host.lane(entrant.engine.name);
  try {
    const facts = await lane.ask('open', { form: entrant.form.name, ...entrant.order });
    if (facts.isTooSlow) {
      await lane.close();
      return { about, facts, calls: 1, times: [facts.firstMs * 1e6] };
    }
    return { about, lane, facts, ...(await lane.ask('warm', { roundMs })), times: [] };
  } catch (error) {
    await lane.close();
    if (error.name === 'Disagreement' || entrant.engine.package === 'aftermint') throw error;
    return { about, failed: error.message };
  }
}

function rowOf({ about, facts, failed, calls, times }) {
  if (failed) return { ...about, failed };
  const order = sorted(times);
  return {
    ...about,
    medianNs: median(times),
    minNs: order[0],
    maxNs: order.at(-1),
    rounds: times.length,
    roundsNs: times.map((nanos) => Math.round(nanos * 100) / 100),
    callsPerRound: calls,
    isTooSlow: facts.isTooSlow,
    firstNs: facts.firstMs * 1e6,
    startMs: facts.startMs,
    loadMs: facts.loadMs,
    rulesBytes: facts.textBytes,
    momentBytes: facts.momentBytes,
    heapBytes: facts.heapBytes,
    wasmBytes: facts.wasmBytes,
    sentBytes: facts.sentBytes,
    answerBytes: facts.answerBytes,
  };
}

/**
 * Measures the entrants against each other and returns a row for each.
 *
 * @param entrants each an `engine`, its `form`, and the `order`: `offers`, `conditions`, `place` or `spread`.
 */
export async function race(host, entrants, { rounds, roundMs }) {
  const runners = [];
  try {
    for (const entrant of entrants) runners.push(await enter(host, entrant, roundMs));
    const running = runners.filter(({ lane }) => lane);
    for (const runner of running) {
      const each = Math.max(1, runner.calls) * runner.onceMs;
      runner.rounds = Math.max(3, Math.min(rounds, Math.floor(patienceMs / each)));
    }
    for (let round = 0; round < rounds; round += 1) {
      // Each round starts with another entrant, so that none always runs after the same neighbour.
      for (let i = 0; i < running.length; i += 1) {
        const runner = running[(i + round) % running.length];
        if (round < runner.rounds) runner.times.push(await runner.lane.ask('round', { calls: runner.calls }));
      }
    }
  } finally {
    for (const { lane } of runners) await lane?.close();
  }
  return runners.map(rowOf);
}
