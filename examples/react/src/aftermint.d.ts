// Declares the elements for JSX, once for the whole project.
import type { AftermintElements } from 'aftermint';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements
      extends AftermintElements<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>> {}
  }
}
