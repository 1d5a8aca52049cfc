// Engines timed against each other: every round asks each of them in turn, so that what disturbs one disturbs all.

const sorted = (values) => [...values].sort((a, b) => a - b);
export const median = (values) => sorted(values)[values.length >> 1];

/**
 * How many times `b` a row `a` of the same race is: the median over the rounds, each against its own neighbour, so that
 * a round in which the machine was busy counts for both.
 */
export function ratioOf(a, b) {
  const shared = Math.min(a.roundsNs.length, b.roundsNs.length);
  return median(a.roundsNs.slice(0, shared).map((nanos, round) => nanos / b.roundsNs[round]));
}

/** How long the rounds of one engine may take in all, in ms; one that is slower gets fewer rounds, and its row says so. */
const patienceMs = 8_000;

/** What a row is to the verdicts: ours, another way into ours, a rival, a rival that asks as much as ours,
 * an index made by hand, or a part of ours. */
function roleOf(host, { engine, form }) {
  if (form.oursIn === host.name) return 'ours';
  if (form.isPart) return 'part';
  if (form.byHand) return 'by_hand';
  if (form.asksAll) return 'rival_full';
  return engine.package === 'aftermint' ? 'ours_too' : 'rival';
}

/** What is said of an entrant whether it ran or not. */
const aboutOf = (host, { engine, form, order }) => ({
  host: host.name,
  engine: engine.package ?? 'no engine',
  version: engine.version,
  form: form.name,
  role: roleOf(host, { engine, form }),
  ...order,
});

/**
 * Opens an entrant. A rival that cannot take the rules is told; one that decides wrongly ends the bench, as does any
 * fault of ours.
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
 * Times the entrants against each other and gives a row for each.
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
      // Each round begins with another, so that nobody always runs behind the same neighbour's garbage.
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
