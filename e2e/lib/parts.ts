/** @file Selectors and data for the demo shop. */
/** Selectors of what a shopper sees and presses. What follows one of our elements is in its shadow root. */
export const kParts = {
  bump: 'aftermint-bump [part~=bump]',
  tick: 'aftermint-bump [part~=tick]',
  /** The bump's message that a tick was removed. */
  bumpStatus: 'aftermint-bump [part~=status]',
  offer: 'aftermint-offer [part~=offer]',
  accept: 'aftermint-offer [part~=offer] [part~=accept]',
  decline: 'aftermint-offer [part~=offer] [part~=decline]',
  /** The offer's status after the shopper accepted. */
  status: 'aftermint-offer [role=status]',
  undo: 'aftermint-offer [part~=undo]',
  /** The buttons after an accept that needs another step. */
  next: 'aftermint-offer [part~=next]',
  bundle: 'aftermint-bundle [part~=bundle]',
  add: 'aftermint-bundle [part~=accept]',
  payButton: '.pay-button',
  lines: '[data-lines] > li',
  total: '[data-order-total]',
} as const;

/** The sandbox's cards, named after the bank's answer. */
export type Card = 'ok' | 'ok_then_action' | 'ok_then_declined' | 'ok_then_processing' | 'ok_once' | 'declined';

/** The shopper's data for the checkout form. */
export const kPerson = { name: 'Robin Ashby', email: 'robin@example.com', address: '1 Mill Lane\nSheffield' };
