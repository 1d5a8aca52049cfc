// Lanes in Node: one worker thread each.
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** @param root the project's folder; @param engines the folder of the bundled engines. */
export function nodeHost({ root, engines }) {
  return {
    name: 'Node',
    version: process.versions.node,
    async lane(engine) {
      const worker = new Worker(new URL('nodeWorker.mjs', import.meta.url), {
        workerData: { root: `${pathToFileURL(root).href}/`, engine: pathToFileURL(`${engines}/${engine}.mjs`).href },
        // Enough for 100,000 rules in an engine that stores an object for each.
        resourceLimits: { maxOldGenerationSizeMb: 4096 },
      });
      return {
        ask: (ask, order) =>
          new Promise((resolve, reject) => {
            const ended = (error) =>
              reject(error instanceof Error ? error : new Error(`the thread exited with ${error}`));
            worker.once('error', ended);
            worker.once('exit', ended);
            worker.once('message', ({ answer, error }) => {
              worker.off('error', ended);
              worker.off('exit', ended);
              if (error) reject(Object.assign(new Error(error.message), { name: error.name }));
              else resolve(answer);
            });
            worker.postMessage({ ask, order });
          }),
        close: () => worker.terminate(),
      };
    },
    close: async () => {},
  };
}
