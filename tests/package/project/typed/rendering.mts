// A server that renders pages: under the package's name it finds the core's verbs and what the page's code imports.
import { AftermintBump, configure, load } from 'aftermint';

export const engine = await load({ book: '{}' });
export const findings: string[] = engine.check().map(({ message }) => message);
export const start = () => configure({ book: '/book.json' });
export const isBump = (element: unknown): element is AftermintBump => element instanceof AftermintBump;
