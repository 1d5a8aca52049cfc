/** @file The table of faults: each row is one fault on the pages of a shop. */
import { missingFaults, storageFaults, wasmSupportFaults } from './browser.js';
import { bookFaults, eventFaults, scriptFaults, wasmFaults } from './files.js';
import { pageFaults, patchFaults } from './host.js';

export { acceptFaults } from './accept.js';
import type { Fault } from './fault.js';

export type { AcceptFault, Fault, PageName } from './fault.js';

export const faults: Fault[] = [
  ...scriptFaults,
  ...wasmFaults,
  ...wasmSupportFaults,
  ...bookFaults,
  ...eventFaults,
  ...storageFaults,
  ...missingFaults,
  ...patchFaults,
  ...pageFaults,
];
