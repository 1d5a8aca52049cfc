import vue from '@vitejs/plugin-vue';
import { demoServer } from '../demoServer.js';

/** Vue leaves them alone instead of looking for components of that name. */
const isCustomElement = (tag) => tag.startsWith('aftermint-');

export default { base: './', plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), demoServer()] };
