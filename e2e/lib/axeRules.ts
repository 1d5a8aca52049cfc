/** @file All rules of axe, and its findings as text. */
import axe from 'axe-core';

/** Every rule of axe, including those that are off by default and WCAG AAA. */
export const kAxeRules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));

/** The findings of axe with their elements, as text. */
export function findingsOf({ violations }: Pick<axe.AxeResults, 'violations'>): string[] {
  return violations.map(({ id, help, nodes }) => {
    return `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`;
  });
}
