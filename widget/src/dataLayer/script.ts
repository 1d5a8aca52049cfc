import { toDataLayer } from './index.js';

const script = document.currentScript;
toDataLayer({ layer: script instanceof HTMLElement ? script.dataset.layer : undefined });
