// A lane's thread in a page. Its address says which engine: `?engine=growthbook`.
import { serve } from '/bench/lane.mjs';

const read = async (file) => {
  const response = await fetch(`/${file}`);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

// Messages that come before the engine is there wait for it.
const waiting = [];
let hear = (message) => waiting.push(message);
addEventListener('message', ({ data }) => hear(data));

const { default: engine } = await import(`/engines/${new URL(location.href).searchParams.get('engine')}.mjs`);
serve(engine, {
  read,
  heapBytes: () => null, // a page is not told
  listen(heard) {
    hear = heard;
    for (const message of waiting) heard(message);
  },
  send: (message) => postMessage(message),
});
