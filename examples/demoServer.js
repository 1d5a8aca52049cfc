/** @file A Vite plugin for the examples: uses the demo's server for book, events and pictures, and fakes the payment. */
const demo = process.env.AFTERMINT_DEMO ?? 'http://127.0.0.1:8080';

/** Your own server takes the payment here, verifies the bump and signs a ticket for the offer. */
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
    // Without a ticket the offer is a link. With one, and with `accept` in `configure`, it is accepted in one click.
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ order }));
  });
}

/** The Vite plugin. */
export const demoServer = () => ({
  name: 'demo-server',
  config: () => ({
    server: { proxy: Object.fromEntries(['/book.json', '/events', '/offers', '/assets'].map((path) => [path, demo])) },
  }),
  configureServer({ middlewares }) {
    middlewares.use('/api/pay', pay);
  },
});
