/** @file `aftermint doctor`: looks at a page's address, without a browser, for what keeps an offer away. */
import { pageFindingHints, pageFindingMeanings } from '../meanings.gen.js';
import { type Command, kJson } from './command.js';
import { Findings, type PageProblem } from './doctor/finding.js';
import { PageDoctor } from './doctor/page.js';
import { mediaTypeOf, type Visited, visit, whyNot } from './doctor/visit.js';
import { counted, exitOf, messageLine, print } from './output.js';
import { unusable } from './unusable.js';

const messageOf = ({ code, seen }: PageProblem) => pageFindingMeanings[code] + (seen && `: ${seen}`);

function textOf(url: string, problems: PageProblem[]): string {
  const lines = problems.map((problem) => {
    const { code, severity, at } = problem;
    const hint = pageFindingHints[code];
    return messageLine({
      file: at,
      line: 0,
      column: 0,
      severity,
      code,
      pointer: '',
      message: messageOf(problem),
      hint,
    });
  });
  const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const kinds = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'note'),
  ];
  return `${lines.join('')}${url}: ${kinds.join(', ')}.`;
}

function jsonOf(url: string, problems: PageProblem[]): string {
  const findings = problems.map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    at: problem.at,
    message: messageOf(problem),
    hint: pageFindingHints[problem.code],
  }));
  return JSON.stringify({ ok: !findings.some(({ severity }) => severity === 'error'), url, findings });
}

async function load(address: string): Promise<Visited> {
  const hint = 'Give the address of a page of your shop, such as https://shop.example/checkout.';
  let page: Visited;
  try {
    if (!/^https?:\/\//i.test(address)) throw new TypeError('it must begin with http:// or https://');
    page = await visit(new URL(address));
  } catch (error) {
    throw unusable('usage', `cannot open ${address}: ${whyNot(error)}`, hint, address);
  }
  if (page.status !== 200) throw unusable('usage', `${address} answers with status ${page.status}`, hint, address);
  const type = mediaTypeOf(page);
  if (!/^(text\/html|application\/xhtml\+xml)?$/.test(type)) {
    throw unusable('usage', `${address} is no HTML page: its media type is ${type}`, hint, address);
  }
  return page;
}

export const doctor: Command = {
  doc: "Look at a page's address for what keeps an offer away",
  shape: {
    arguments: { URL: 'The address of a page, such as your checkout' },
    options: kJson,
  },
  footer: `Reads the HTML and fetches script, module, book and sheets, as a browser without cookies would; it runs no script
and sends nothing to your endpoints. It looks at the content security policy, media types, integrity, room for the
element, the order and its currency, consent, versions, mixed content and CORS.
Exit codes: 0 no errors; 1 errors; 2 the page cannot be opened.`,
  async run(call, json, core) {
    const page = await load(call.at(0));
    const findings = new Findings();
    await new PageDoctor(page, findings, await core()).examine();
    print(json ? jsonOf(page.url.href, findings.list) : textOf(page.url.href, findings.list));
    return exitOf(findings.list);
  },
};
