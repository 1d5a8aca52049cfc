import Stripe from 'stripe';

export const client = new Stripe(process.env.STRIPE_KEY, JSON.parse(process.env.STRIPE_OPTIONS ?? '{}'));
