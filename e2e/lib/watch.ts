/** @file Watches pages for errors and other unexpected actions. */
import type { BrowserContext } from '@playwright/test';
import { ActionLog } from './actionLog.js';

/** Records what a page should not do: errors, console messages, dialogs, failed requests, requests to other hosts. */
export class Watch extends ActionLog {
  constructor(context: BrowserContext, url: () => string) {
    super();
    const { host } = new URL(url());
    context.on('weberror', (error) => this.record(`page error: ${error.error().message}`));
    context.on('console', (message) => this.record(`console ${message.type()}: ${message.text()}`));
    context.on('dialog', (dialog) => {
      this.record(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      const sent = new URL(request.url());
      if (/^https?:$/.test(sent.protocol) && sent.host !== host) this.record(`request to another host: ${sent.href}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // Leaving a page aborts its requests. Events stay stored until they are acknowledged.
      if (/ERR_ABORTED|NS_BINDING_ABORTED/.test(why)) return;
      this.record(`request failed: ${new URL(request.url()).pathname} ${why}`);
    });
    context.on('response', (response) => {
      if (response.status() < 400) return;
      this.record(`answer ${response.status()}: ${new URL(response.url()).pathname}`);
    });
  }
}
