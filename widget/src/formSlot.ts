/** @file The base of the elements inside the merchant's own form. */
import type { OneClick, View } from '../../web/src/types.js';
import { partOf, renderView } from './renderView.js';
import { Slot } from './slot.js';

/**
 * A form-associated slot, used before payment: its value is submitted with the merchant's own form.
 *
 * It renders inside the space that the page reserved for it and cannot change its own height, so no button of the page
 * moves.
 *
 * `name` and `form` are attributes only, because the browser reads them itself. Frameworks write to a property if there
 * is one of that name, and a read-only property would make them throw.
 *
 * @attr {string} name - The name of the form field.
 * @attr {string} form - The id of the form, if the element is outside of it.
 * @attr {"empty"} state - Set by us while nothing is shown, for your style sheet.
 */
export abstract class FormSlot extends Slot {
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

  /** Renders a view in the reserved space. Returns its part of that name, or a reason if it cannot be shown. */
  protected _renderInRoom(view: View, locale: string, part: string): HTMLElement | string {
    if (!this._internals) return 'view';
    const before = this.getBoundingClientRect().height;
    this._remove();
    this._room.append(renderView(view, locale));
    const { scrollHeight, clientHeight } = this._room;
    if (scrollHeight > clientHeight || this.getBoundingClientRect().height !== before) return 'no_room';
    return partOf(this._room, part) ?? 'view';
  }

  protected _remove(): void {
    this._internals?.setFormValue(null);
    this._room.replaceChildren();
  }
}
