// The worker of a lane in a page. Its URL names the engine: `?engine=growthbook`.
import { serve } from '/bench/lane.mjs';

const read = async (file) => {
  const response = await fetch(`/${file}`);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

// Messages that arrive before the engine has loaded wait for it.
const waiting = [];
let hear = (message) => waiting.push(message);
addEventListener('message', ({ data }) => hear(data));

const { default: engine } = await import(`/engines/${new URL(location.href).searchParams.get('engine')}.mjs`);
serve(engine, {
  read,
  heapBytes: () => null, // not available in a page
  listen(heard) {
    hear = heard;
    for (const message of waiting) heard(message);
  },
  send: (message) => postMessage(message),
});
