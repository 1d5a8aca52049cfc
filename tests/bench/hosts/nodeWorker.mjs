// The worker thread of a lane in Node.
import { readFile } from 'node:fs/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '../lane.mjs';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

const read = async (file) => new Uint8Array(await readFile(new URL(file, workerData.root)));
read.url = (file) => new URL(file, workerData.root).href;

const { default: engine } = await import(workerData.engine);
serve(engine, {
  read,
  heapBytes() {
    collect();
    return process.memoryUsage().heapUsed;
  },
  listen: (heard) => parentPort.on('message', heard),
  send: (message) => parentPort.postMessage(message),
});
