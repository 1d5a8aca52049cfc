// Once for the whole project: from here on JSX knows the elements.
import type { AftermintElements } from 'aftermint';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements
      extends AftermintElements<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>> {}
  }
}
