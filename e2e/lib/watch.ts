import type { BrowserContext } from '@playwright/test';

/** Something a page should not do: an error, a word on the console, a request that failed or went elsewhere. */
export class Watch {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(context: BrowserContext, url: () => string) {
    const { host } = new URL(url());
    context.on('weberror', (error) => this.heard.push(`page error: ${error.error().message}`));
    context.on('console', (message) => this.heard.push(`console ${message.type()}: ${message.text()}`));
    context.on('dialog', (dialog) => {
      this.heard.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      const asked = new URL(request.url());
      if (/^https?:$/.test(asked.protocol) && asked.host !== host) this.heard.push(`asked elsewhere: ${asked.href}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // Leaving a page ends what it was still asking for; events stay kept until they are acknowledged.
      if (/ERR_ABORTED|NS_BINDING_ABORTED/.test(why)) return;
      this.heard.push(`request failed: ${new URL(request.url()).pathname} ${why}`);
    });
    context.on('response', (response) => {
      if (response.status() < 400) return;
      this.heard.push(`answer ${response.status()}: ${new URL(response.url()).pathname}`);
    });
  }

  /** Declares what a test provokes. */
  expects(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** What nobody declared. */
  unexpected(): string[] {
    return this.heard.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }
}
