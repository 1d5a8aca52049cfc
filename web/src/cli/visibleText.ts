/** @file Text of others for people to read: nothing in it is hidden, steers a terminal or turns the text around. */

/** Letters whose shape depends on their neighbours: Arabic and alike by joining, Indic ones by conjuncts. */
const kJoining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}]/u;
const kLetterOrMark = /[\p{L}\p{M}]/u;
const kEmojiPart = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const kSelector = /\p{Variation_Selector}/u;
const kIgnorable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const kSpace = /\p{White_Space}/u;

const joins = (c: string) => kJoining.test(c) && kLetterOrMark.test(c);

/** Whether a reader would not see the character as itself, between its neighbours. */
function isUnseen(c: string, before: string, after: string): boolean {
  if (!kIgnorable.test(c)) return false;
  if (kSelector.test(c)) return !before || kIgnorable.test(before) || kSpace.test(before);
  if (c === '\u200d' && kEmojiPart.test(before) && kEmojiPart.test(after)) return false;
  if (c === '\u200d' || c === '\u200c') return !(joins(before) && joins(after));
  return true;
}

/** The escape of an unseen character; one above U+FFFF as two, as in JSON. */
function escapeOf(c: string): string {
  const short = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }[c];
  if (short) return short;
  return Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}

function visible(text: string, keepsLines: boolean): string {
  if (/^[\n\t -~]*$/.test(text) && (keepsLines || !/[\n\t]/.test(text))) return text;
  const points = [...text];
  return points
    .map((c, i) => {
      if (keepsLines && (c === '\n' || c === '\t')) return c;
      if (/\p{Cs}/u.test(c)) return '\ufffd';
      return isUnseen(c, points[i - 1] ?? '', points[i + 1] ?? '') ? escapeOf(c) : c;
    })
    .join('');
}

/** The text on one line, with each unseen character as an escape such as `\u202e`. */
export const visibleLine = (text: string): string => visible(text, false);

/** The same, but line ends and tabs stay. For text of ours in which every text of others is a `visibleLine`. */
export const visibleText = (text: string): string => visible(text, true);
