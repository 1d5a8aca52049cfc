import { aftermint } from '../../../lib/aftermint';

export const { GET, POST } = aftermint;
