import 'aftermint/aftermint.css';
import { configure } from 'aftermint';
import { createApp } from 'vue';
import App from './App.vue';

configure({ book: '/book.json', beacon: '/events', accept: '/offers/accept' });

createApp(App).mount('#shop');
