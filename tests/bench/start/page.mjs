// The checkout page of the start-up benchmark: the same for every lane except for the script and the element it fills.
import { locale, order } from './shop.mjs';

const style = `
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#222}
header,main,footer{max-width:34rem;margin:auto;padding:1rem}
fieldset{border:1px solid #ccc;border-radius:8px;margin:0 0 1rem;padding:1rem}
label{display:block}
main input:not([type=checkbox]){box-sizing:border-box;width:100%;padding:.5rem;font:inherit}
.room{display:block;min-block-size:19.5rem;margin-block:1rem}
button{width:100%;padding:1rem;font:inherit;border:0;border-radius:8px;background:#1f5d45;color:#fff}
`;

/**
 * Runs in the page before the script's tag. `painted` ends in the second frame after the lane has drawn: then the frame
 * with the offer is on the screen.
 */
function watch(event) {
  const tasks = [];
  const take = (list) => tasks.push(...list.map(({ startTime, duration }) => ({ startTime, duration })));
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const memories = [];
  for (const door of ['instantiate', 'instantiateStreaming']) {
    const open = WebAssembly[door];
    WebAssembly[door] = (...given) => {
      const opening = open.apply(WebAssembly, given);
      opening.then(
        ({ instance }) => memories.push(...Object.values(instance.exports)),
        () => undefined,
      );
      return opening;
    };
  }
  globalThis.bench = {
    painted: new Promise((resolve, reject) => {
      const drawn = () => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve({ seen, painted: performance.now() })));
      };
      document.addEventListener(event, drawn, { once: true });
      addEventListener('aftermint-empty', ({ detail }) => reject(new Error(`no offer is shown: ${detail.reason}`)));
      addEventListener(
        'error',
        ({ message, target }) => reject(new Error(message ?? `${target.src} cannot be loaded`)),
        true,
      );
    }),
    longTasks() {
      take(observer.takeRecords());
      return tasks;
    },
    wasmBytes: () =>
      memories.reduce((sum, it) => sum + (it instanceof WebAssembly.Memory ? it.buffer.byteLength : 0), 0),
  };
  // Last, because the parser continues with the files of the lane here.
  const seen = performance.now();
}

/** @param lane the `event` it fires after drawing, the `head` with its tags and the `room` it draws into */
export const makePage = ({ event, head, room }) => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>Checkout</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,">
<style>${style}</style>
<script>(${watch})(${JSON.stringify(event)})</script>
${head}
</head>
<body>
<header><strong>Larder &amp; Steel</strong></header>
<main>
<h1>Checkout</h1>
<h2>Your order</h2>
<p>Three-knife set, quantity 1: £120.00</p>
<form action="/pay" method="post">
<fieldset><legend>Payment</legend>
<label>Card number <input name="card" inputmode="numeric" autocomplete="cc-number" required></label>
<label>Expiry <input name="expiry" autocomplete="cc-exp" required></label>
<label>Security code <input name="code" inputmode="numeric" autocomplete="cc-csc" required></label>
</fieldset>
${room}
<button>Pay £120.00</button>
</form>
</main>
<footer><p>You are buying from Larder &amp; Steel. Nothing is charged before you press.</p></footer>
</body>
</html>
`;

export const orderAttribute = JSON.stringify(order).replaceAll('"', '&quot;');
