import 'aftermint/aftermint.css';
import { configure } from 'aftermint';
import { createApp } from 'vue';
import App from './App.vue';

// Before the first render, so that the elements are defined and Vue sets their properties.
configure({ book: '/book.json', beacon: '/events', accept: '/offers/accept' });

createApp(App).mount('#shop');
