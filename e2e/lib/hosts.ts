/** @file Serves shops with other designs. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Shops with other designs; e2e/hosts has their style sheets. */
export const hosts = ['utility', 'framework', 'tables', 'dark', 'rtl'] as const;
export type Host = (typeof hosts)[number];

const order = { currency: 'GBP', lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };
const words: Partial<Record<Host, [string, string, string]>> = {
  dark: ['Zur Kasse', 'Jetzt 120,00 £ zahlen', 'Danke für Ihre Bestellung'],
  rtl: ['إتمام الشراء', 'ادفع ١٢٠٫٠٠ £', 'شكرًا لطلبك'],
};

/** Serves checkout and confirmation page of that shop, with our script, at the demo shop's address. */
export async function serveHost(page: Page, host: Host, url: string): Promise<{ checkout: string; thanks: string }> {
  const sheet = readFileSync('widget/src/aftermint.css', 'utf8');
  const head = readFileSync(`e2e/hosts/${host}.html`, 'utf8').replace('<style>', () => `<style>${sheet}`);
  const [title, pay, thanks] = words[host] ?? ['Checkout', 'Pay £120.00', 'Thank you for your order'];
  const script = '<script async src="/dist/aftermint.js" data-book="/book.json" data-accept="/offers/accept"></script>';
  const inPage = (heading: string, content: string) =>
    host === 'tables'
      ? `${head}<body>${script}<div role="main"><table class="page"><tr><td><h1>${heading}</h1>${content}</td></tr></table></div></body></html>`
      : `${head}<body>${script}<main><h1>${heading}</h1><div class="card">${content}</div></main></body></html>`;
  const bump = `<aftermint-bump name="bump" order='${JSON.stringify(order)}'></aftermint-bump>`;
  const paid = { ...order, id: '1001', status: 'paid', total: 12000, paidAt: new Date().toISOString() };
  const pages = {
    checkout: inPage(title, `<form action="/pay" method="post">${bump}<button class="pay">${pay}</button></form>`),
    thanks: inPage(thanks, `<aftermint-offer order='${JSON.stringify(paid)}' ticket="a.b.c"></aftermint-offer>`),
  };
  await page.route(`${url}/hosts/*`, (route) => {
    const body = pages[new URL(route.request().url()).pathname.replace('/hosts/', '') as keyof typeof pages];
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  return { checkout: `${url}/hosts/checkout`, thanks: `${url}/hosts/thanks` };
}
