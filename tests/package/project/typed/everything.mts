// Every entry point, as an ES module of Node.
export * as page from 'aftermint';
export * as checkout from 'aftermint/checkout';
export * as dataLayer from 'aftermint/datalayer';
export * as node from 'aftermint/node';
export * as pure from 'aftermint/pure';
export * as react from 'aftermint/react';
export * as server from 'aftermint/server';
export * as stripe from 'aftermint/stripe';
export * as vue from 'aftermint/vue';
