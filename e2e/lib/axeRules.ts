import axe from 'axe-core';

/** Every rule that axe has, those that are off by default and WCAG's AAA with them. */
export const kAxeRules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));

/** What axe found, each finding with its elements, for a person to read. */
export function toldBy({ violations }: Pick<axe.AxeResults, 'violations'>): string[] {
  return violations.map(({ id, help, nodes }) => {
    return `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`;
  });
}
