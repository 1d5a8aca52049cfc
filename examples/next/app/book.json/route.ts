import { aftermint } from '../../lib/shop';

export const dynamic = 'force-dynamic';
export const GET = async (request: Request) => (await aftermint()).handler(request);
