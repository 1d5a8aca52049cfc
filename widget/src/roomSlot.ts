import type { OneClick, Presented } from '../../web/src/types.js';
import { mount, partOf } from './mount.js';
import { Slot } from './slot.js';

/**
 * A place inside the merchant's own form, before payment: what it says goes with that form.
 *
 * It draws inside the room that the page reserved for it and cannot change its own height: no button of the page moves.
 *
 * `name` and `form` are attributes the browser itself reads, and no properties: frameworks write a property where there is
 * one of that name, and one that can only be read makes them throw.
 *
 * @attr {string} name - The form field's name.
 * @attr {string} form - The id of the form it belongs to, where it stands outside.
 * @attr {"empty"} state - Set by us while nothing is shown, for your style sheet.
 */
export abstract class RoomSlot extends Slot {
  static readonly formAssociated = true;
  protected readonly _internals = this.attachInternals?.();
  protected readonly _room = document.createElement('div');

  constructor(css: string) {
    super(css);
    this._room.id = 'room';
    this._root.append(this._room);
  }

  protected _oneClick(): OneClick | undefined {
    return undefined;
  }

  /** Draws a view with that part in it to press; empty where it stands, else why it may not. */
  protected _drawInRoom({ decision, view }: Presented, locale: string, press: string): HTMLElement | string {
    if (decision.offer === null || !view || !this._internals) return 'view';
    const before = this.getBoundingClientRect().height;
    this._wipe();
    this._room.append(mount(view, locale));
    const { scrollHeight, clientHeight } = this._room;
    if (scrollHeight > clientHeight || this.getBoundingClientRect().height !== before) return 'no_room';
    return partOf(this._room, press) ?? 'view';
  }

  protected _wipe(): void {
    this._internals?.setFormValue(null);
    this._room.replaceChildren();
  }
}
