import { demoServer } from '../demoServer.js';

export default { base: './', plugins: [demoServer()] };
