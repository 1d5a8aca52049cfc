import { aftermint } from '../../../../lib/shop';

const handler = async (request: Request) => (await aftermint()).handler(request);
export { handler as GET, handler as POST };
