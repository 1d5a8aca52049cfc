import vue from '@vitejs/plugin-vue';
import { demoServer } from '../demoServer.js';

export default { base: './', plugins: [vue(), demoServer()] };
