import 'aftermint/aftermint.css';
import { configure } from 'aftermint';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';

// Before the first render: from then on the elements are defined, and what JSX gives them are properties.
configure({ book: '/book.json', beacon: '/events', accept: '/offers/accept' });

createRoot(document.getElementById('shop') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
