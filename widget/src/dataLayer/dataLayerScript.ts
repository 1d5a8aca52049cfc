/** @file The classic script that pushes the elements' events into the page's data layer. */
import { toDataLayer } from './toDataLayer.js';

const script = document.currentScript;
toDataLayer({ layer: script instanceof HTMLElement ? script.dataset.layer : undefined });
