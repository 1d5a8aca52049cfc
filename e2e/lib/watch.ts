import type { BrowserContext } from '@playwright/test';
import { Heard } from './heard.js';

/** Something a page should not do: an error, a word on the console, a request that failed or went elsewhere. */
export class Watch extends Heard {
  constructor(context: BrowserContext, url: () => string) {
    super();
    const { host } = new URL(url());
    context.on('weberror', (error) => this.hear(`page error: ${error.error().message}`));
    context.on('console', (message) => this.hear(`console ${message.type()}: ${message.text()}`));
    context.on('dialog', (dialog) => {
      this.hear(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      const asked = new URL(request.url());
      if (/^https?:$/.test(asked.protocol) && asked.host !== host) this.hear(`asked elsewhere: ${asked.href}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // Leaving a page ends what it was still asking for; events stay kept until they are acknowledged.
      if (/ERR_ABORTED|NS_BINDING_ABORTED/.test(why)) return;
      this.hear(`request failed: ${new URL(request.url()).pathname} ${why}`);
    });
    context.on('response', (response) => {
      if (response.status() < 400) return;
      this.hear(`answer ${response.status()}: ${new URL(response.url()).pathname}`);
    });
  }
}
