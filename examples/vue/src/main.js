import 'aftermint/aftermint.css';
import { configure } from 'aftermint';
import { createApp } from 'vue';
import App from './App.vue';

// Before the first render: from then on the elements are defined, and what a template gives them are properties.
configure({ book: '/book.json', beacon: '/events', accept: '/offers/accept' });

createApp(App).mount('#shop');
