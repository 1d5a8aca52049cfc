import { AftermintHead } from 'aftermint/react';
import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <AftermintHead base="/mint" />
      </head>
      <body>{children}</body>
    </html>
  );
}
