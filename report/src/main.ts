/** @file The script of the results page. Without it the page shows every table; it adds charts and updates. */
import { drawAll } from './draw.js';
import { keepLive } from './live.js';

/** Folds long tables, whose charts now say the same, once for each. */
function fold(root: ParentNode): void {
  for (const details of root.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) {
    if (details.dataset.folded) continue;
    details.dataset.folded = 'true';
    details.open = false;
  }
}

/** Prints every table: opens what is folded, and folds it again. */
function openForPrint(root: ParentNode): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}

const report = document.getElementById('report');
if (report) {
  const refresh = () => {
    fold(report);
    drawAll(report);
  };
  refresh();
  openForPrint(report);
  keepLive(report, refresh);
}
