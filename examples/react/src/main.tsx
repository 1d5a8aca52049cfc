import 'aftermint/aftermint.css';
import { configure } from 'aftermint';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';

configure({ book: '/book.json', beacon: '/events', accept: '/offers/accept' });

createRoot(document.getElementById('shop') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
