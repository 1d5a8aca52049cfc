import vue from '@vitejs/plugin-vue';
import { demoServer } from '../demoServer.js';

/** Tells Vue that these are custom elements, not Vue components. */
const isCustomElement = (tag) => tag.startsWith('aftermint-');

export default { base: './', plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), demoServer()] };
