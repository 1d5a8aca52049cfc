/** Where the parts are that a shopper sees and presses; what follows an element of ours is in its shadow root. */
export const kParts = {
  bump: 'aftermint-bump [part~=bump]',
  tick: 'aftermint-bump [part~=tick]',
  /** What the bump says of a tick that was taken back. */
  bumpStatus: 'aftermint-bump [part~=status]',
  offer: 'aftermint-offer [part~=offer]',
  accept: 'aftermint-offer [part~=offer] [part~=accept]',
  decline: 'aftermint-offer [part~=offer] [part~=decline]',
  /** What the offer says after the press. */
  status: 'aftermint-offer [role=status]',
  undo: 'aftermint-offer [part~=undo]',
  /** What may be pressed after an accept that did not go straight through. */
  next: 'aftermint-offer [part~=next]',
  bundle: 'aftermint-bundle [part~=bundle]',
  add: 'aftermint-bundle [part~=accept]',
  payButton: '.pay-button',
  lines: '[data-lines] > li',
  total: '[data-order-total]',
} as const;

/** The sandbox's cards, by what the bank answers. */
export type Card = 'ok' | 'ok_then_action' | 'ok_then_declined' | 'ok_then_processing' | 'ok_once' | 'declined';

/** Who buys, as the checkout's form asks. */
export const kPerson = { name: 'Robin Ashby', email: 'robin@example.com', address: '1 Mill Lane\nSheffield' };
