/** @file Content security policies, as far as the doctor needs them (W3C, Content Security Policy Level 3). */

/** The directives of one policy. */
export type Policy = Map<string, string[]>;

/** The policies of a header or of a `meta` tag. Several apply together. */
export function policiesOf(text: string): Policy[] {
  return text
    .split(',')
    .filter((policy) => policy.trim())
    .map((policy) => {
      const directives: Policy = new Map();
      for (const part of policy.split(';')) {
        const [name, ...sources] = part.trim().split(/\s+/);
        // Of a repeated directive only the first counts.
        if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
      }
      return directives;
    });
}

/** The sources of a directive, or of the one that it falls back to; undefined: everything is allowed. */
function sourcesOf(policy: Policy, ...names: string[]): string[] | undefined {
  const name = [...names, 'default-src'].find((each) => policy.has(each));
  return name === undefined ? undefined : policy.get(name);
}

/** Whether a source such as `'self'`, `https:` or `*.example.com` allows an address. */
function matches(source: string, url: URL, page: URL): boolean {
  const lower = source.toLowerCase();
  if (lower === '*') return /^(https?|wss?):$/.test(url.protocol);
  if (lower === "'self'") return url.origin === page.origin;
  if (lower.startsWith("'")) return false;
  if (/^[a-z][a-z0-9+.-]*:$/.test(lower))
    return url.protocol === lower || (lower === 'http:' && url.protocol === 'https:');
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(source);
  if (!match) return false;
  const [, scheme, host = '', port, path] = match;
  const wanted = scheme ? `${scheme.toLowerCase()}:` : page.protocol;
  if (url.protocol !== wanted && !(wanted === 'http:' && url.protocol === 'https:')) return false;
  const name = host.toLowerCase();
  if (name.startsWith('*.') ? !url.hostname.endsWith(name.slice(1)) : name !== '*' && url.hostname !== name)
    return false;
  const usual = { 'http:': '80', 'https:': '443' }[url.protocol] ?? '';
  if (port !== '*' && (url.port || usual) !== (port ?? usual)) return false;
  if (!path || path === '/') return true;
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path;
}

const allows = (sources: string[], url: URL, page: URL) => sources.some((source) => matches(source, url, page));

/** Whether all policies allow a request. */
export const allowsRequest = (policies: Policy[], url: URL, page: URL): boolean =>
  policies.every((policy) => allows(sourcesOf(policy, 'connect-src') ?? ['*'], url, page));

/** Whether all policies allow a style sheet. */
export const allowsStyle = (policies: Policy[], url: URL, page: URL, nonce = ''): boolean =>
  policies.every((policy) => {
    const sources = sourcesOf(policy, 'style-src-elem', 'style-src') ?? ['*'];
    return (nonce && sources.includes(`'nonce-${nonce}'`)) || allows(sources, url, page);
  });

/** Whether all policies allow a script tag, by its address, its nonce or its hash. */
export const allowsScript = (policies: Policy[], url: URL, page: URL, nonce = '', integrity = ''): boolean =>
  policies.every((policy) => {
    const sources = sourcesOf(policy, 'script-src-elem', 'script-src') ?? ['*'];
    if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
    const hashes = integrity.split(/\s+/).filter(Boolean);
    if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
    return !sources.includes("'strict-dynamic'") && allows(sources, url, page);
  });

/** Whether all policies allow WebAssembly. */
export const allowsWasm = (policies: Policy[]): boolean =>
  policies.every((policy) => {
    const sources = sourcesOf(policy, 'script-src');
    return !sources || sources.some((source) => /^'(wasm-)?unsafe-eval'$/i.test(source));
  });
