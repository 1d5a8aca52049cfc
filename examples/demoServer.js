// While one looks at an example with Vite: the demo's server answers for book, events and pictures, and a payment is made up.
const demo = process.env.AFTERMINT_DEMO ?? 'http://127.0.0.1:8080';

/** What your own server does instead: take the payment, `verify` the bump, sign a ticket for the offer after it. */
function pay(request, response) {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    const order = {
      ...JSON.parse(body).order,
      id: `example-${Date.now()}`,
      status: 'paid',
      paidAt: new Date().toISOString(),
    };
    // No ticket: the offer is a link. With one, and `accept` for `configure`, it is one click.
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ order }));
  });
}

/** A plugin of Vite's. */
export const demoServer = () => ({
  name: 'demo-server',
  config: () => ({
    server: { proxy: Object.fromEntries(['/book.json', '/events', '/offers', '/assets'].map((path) => [path, demo])) },
  }),
  configureServer({ middlewares }) {
    middlewares.use('/api/pay', pay);
  },
});
