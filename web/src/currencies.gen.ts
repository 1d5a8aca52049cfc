/** @file The currencies of ISO 4217, list one, amendment 180 (in force 2026-01-01). Written by `npm run currencies` from core/currencies.json; do not edit. */

/**
 * The number of decimal digits of a currency: 2 for GBP, 0 for JPY, 3 for KWD.
 *
 * @param currency three capital letters. The result is 2 for codes that list one lacks or has without a minor unit.
 */
export const minorDigits = (currency: string): number =>
  /BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF/.test(currency)
    ? 0
    : /BHD|IQD|JOD|KWD|LYD|OMR|TND/.test(currency)
      ? 3
      : /CLF|UYW/.test(currency)
        ? 4
        : 2;
