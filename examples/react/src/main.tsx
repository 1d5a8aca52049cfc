import 'aftermint/aftermint.css';
import { configure } from 'aftermint';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';

// Before the first render, so that the elements are defined and React sets their properties.
configure({ book: '/book.json', beacon: '/events', accept: '/offers/accept' });

createRoot(document.getElementById('shop') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
