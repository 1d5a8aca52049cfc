// Times the page's module through its doors. Runs unchanged in Node and in a browser page.

/** @returns {{ loadMs: number, decideNs: number, presentNs: number }} medians; throws where the moment is offered nothing */
export function measureWasm(module, book, moment) {
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const start = performance.now();
  const opened = JSON.parse(module.open(book));
  const loadMs = performance.now() - start;
  if (!opened.ok) throw new Error(`the book is refused: ${JSON.stringify(opened.error)}`);
  const first = JSON.parse(module.decide(opened.book, moment));
  if (!first.offer) throw new Error(`the moment is offered nothing: ${first.reason ?? JSON.stringify(first.error)}`);
  const timeOf = (work) => {
    let calls = 1;
    for (; ; calls *= 2) {
      const since = performance.now();
      for (let i = 0; i < calls; i += 1) work();
      if (performance.now() - since > 20) break;
    }
    const rounds = [];
    for (let round = 0; round < 21; round += 1) {
      const since = performance.now();
      for (let i = 0; i < calls; i += 1) work();
      rounds.push(((performance.now() - since) * 1e6) / calls);
    }
    return median(rounds);
  };
  const decideNs = timeOf(() => module.decide(opened.book, moment));
  const presentNs = timeOf(() => module.present(opened.book, moment));
  module.close(opened.book);
  return { loadMs, decideNs, presentNs };
}
