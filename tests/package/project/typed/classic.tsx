/** @jsxRuntime classic */
/** @jsx h */
// A framework that uses the global JSX namespace.
import type { AftermintElements } from 'aftermint';

declare global {
  namespace JSX {
    interface IntrinsicElements extends AftermintElements<{ id?: string; class?: string }> {}
  }
}

declare function h(name: string, props: object | null, ...children: unknown[]): unknown;

export const bump = <aftermint-bump class="bump" name="bump" order='{"currency":"GBP","lines":[]}' />;
// @ts-expect-error an order is not a number
export const wrong = <aftermint-bump name="bump" order={12000} />;
