/** @file The inputs of the elements as props, and the attributes that they become. */
import type { Attributes, OneClick, Order } from '../../web/src/types.js';

/** The inputs that every element has. Objects may be new at each render: only a changed content matters. */
export interface HostInputs {
  /** The order. A changed order leads to a new decision. */
  order?: Order | string | null | undefined;
  /** Your own visitor id. @defaultValue that of the script tag, else a random one */
  visitor?: string | undefined;
  /** Attributes of the visitor for conditions in the book. */
  visitorAttributes?: Attributes | string | null | undefined;
}

/** The inputs of an element inside a form of the page. */
export interface FormInputs extends HostInputs {
  /** The name of the form field. */
  name?: string | undefined;
  /** The id of the form, if the element is outside of it. */
  form?: string | undefined;
}

/** The inputs of `<aftermint-bundle>`. */
export interface BundleInputs extends FormInputs {
  /** The id of the viewed product. */
  product?: string | undefined;
}

/** The inputs of `<aftermint-offer>`. */
export interface OfferInputs extends HostInputs {
  /** The server's signed order ticket. Without it the offer is a link. */
  ticket?: string | undefined;
  /** Whether the platform can charge again. */
  oneClick?: OneClick | string | null | undefined;
}

/** The attribute of each input, by the name of its prop. */
const kAttributes = {
  order: 'order',
  visitor: 'visitor',
  visitorAttributes: 'visitor-attributes',
  name: 'name',
  form: 'form',
  product: 'product',
  ticket: 'ticket',
  oneClick: 'one-click',
} as const;

/** The names of the props that become attributes. */
export const kInputs = Object.keys(kAttributes) as (keyof typeof kAttributes)[];

/**
 * The attributes of these props. Objects become JSON: so they are in a server's HTML, and the browser's own elements
 * read them whether the framework hydrates them or not.
 */
export function attributesOf(props: Readonly<Record<string, unknown>>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of kInputs) {
    const value = props[name];
    if (value === undefined || value === null) continue;
    attributes[kAttributes[name]] = typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  return attributes;
}

/** Gives an element exactly these attributes. An equal one is left as it is, because setting it leads to a decision. */
export function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const name of Object.values(kAttributes)) {
    const value = attributes[name];
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
