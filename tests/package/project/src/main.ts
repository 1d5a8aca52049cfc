import { configure } from 'aftermint';
import 'aftermint/aftermint.css';

configure({ book: '/book.json' });
