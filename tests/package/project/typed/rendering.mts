// A server that renders pages: the package has the functions of the core and the imports of a page's code.
import { AftermintBump, configure, load } from 'aftermint';

export const engine = await load({ book: '{}' });
export const findings: string[] = engine.check().map(({ message }) => message);
export const start = () => configure({ book: '/book.json' });
export const isBump = (element: unknown): element is AftermintBump => element instanceof AftermintBump;
