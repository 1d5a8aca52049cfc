import { lazyAftermint, memoryStore, sandbox } from 'aftermint/server';
import { orders } from './shop';

// In production: sqliteStore or postgresStore, and your payments.
export const aftermint = lazyAftermint(() => ({ base: '/mint', orders, payments: sandbox(), store: memoryStore() }));
