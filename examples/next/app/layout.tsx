import 'aftermint/aftermint.css';
import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <script async src="/aftermint.js" data-book="/book.json" data-accept="/offers/accept" />
      </head>
      <body>{children}</body>
    </html>
  );
}
