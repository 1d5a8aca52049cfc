// `node scripts/patterns.mjs`: records what regular expressions match in Chromium, for the test of the native regular
// expressions (tests/unit/condition_patterns_test.cpp). Run it again when a browser supports new syntax.
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { at, main, Plain } from './lib/project.mjs';

/** The texts that every pattern is matched against. */
// biome-ignore format: a table
const subjects = [
  '', 'a', 'b', 'A', 'aa', 'ab', 'ba', 'aab', 'abab', 'aba', 'abc', 'ABC', 'aBc', 'abba', 'aaa', 'x', 'xy', '1', '12', '2026-11-23',
  'a1', '_', 'a b', ' a', '\n', 'a\n', '\na', 'a\nb', 'a\r\nb', '\u2028', '\u0085', '\t', '\u00a0', '\ufeff', '-', 'a-b', ']', '[',
  '}', '{', '{2}', 'a{,2}', '\\', '/', '/x/i', 'checkout', 'CHECKOUT', 'https://shop/en/cart?x=1', '\u00e9', '\u00c9',
  '\u00df', '\u1e9e', 'ss', 'SS', 'k', '\u212a', 's', '\u017f', '\u0131', '\u0130', 'i', '\u03c3', '\u03c2', '\u03a3', '\u0436',
  '\u0416', '\ud83d\ude00', '\ud83d\ude00\ud83d\ude00', 'u', 'uu', 'p{L}', 'k<a>', '\u0001', '\u0008', 'foo bar', 'foo', '\u01c5', '\u01c4',
  '\u1f80', '\u1f88', '\ufb00', '\u0345', '\u03b9', '\u1c80', '\u0432', '\uff21', '\uff41', '0', '8', 'z', 'abcabc', 'acb', 'bca',
];

/** Hand-written patterns, one topic per line. */
const handWritten = String.raw`
|a|b|ab|^a|a$|^a$|^$|^|$|$^|a|b^|(?:)|()|a|b|ab|^ab|cd$|^(?:ab|cd)$||a||b|a|
.|^.$|^..$|^.*$|[^]|^[^]$|^[^]{2}$|[]|[^a]|^[^a]$|[a-c]|[a-]|[-a]|[a\-c]|[\d-x]|[x-\d]|[\w-a]|^[\s\S]$|[\b]|[\B]|[\cA]|[\c_]|[\c1]|[\c*]|[\c]
[[a]]|[a&&b]|[a--b]|[[:alpha:]]|[\q{ab}]|[^\W]|[^\w]|^[^\s]+$|[\D]|[\D\d]|[^\D\d]|[\u{61}]|[\x61-\x63]|[\u0061-\u0063]|[\141]|[\8]|[\1]|[z-a]|[\w-\d]|[a-a]
\d|\D|\w|\W|\s|\S|^\s$|^\w$|^\W$|^\d+$|\b|\B|\bfoo\b|\Boo|^\b|\b$|^\B$|\ba\b|\b\B
\cA|\cb|\c|\c1|\cé|\x61|\x6|\x|\xg1|\u0061|\u006|\u|\u{61}|\u{2}|\u{1F600}|^\u{2}$|\ud83d\ude00|^\ud83d|\ude00$|^\ud83d$|[\ud83d\ude00]|^[\ud83d\ude00]$|^[😀]$|😀+|^😀{2}$|^(?:😀){2}$
\0|\00|\01|\001|\1|\2|\8|\9|\10|\101|\400|\377|\18|\81|(a)\1|(a)\2|^(a)(b)\2\1$|\1(a)|(?:\1(a))+|^(?:(a)|b)*\1$|^(?:a|(b))\1$|(\1a)|(a\1)|^(a\1)$|(?:(a)|(b))\1\2c
\k|\k<a>|\k{a}|(?<a>a)\k<a>|(?<a>a)\k|(?<a>a)\k<b>|\k<a>(?<a>a)|(?<a>a)[\k]|(?<$>a)\k<$>|(?<_1>a)|(?<1>a)|(?<>a)|(?<a|(?<a>|(?<größe>a)\k<größe>|(?<a b>a)|(?<\u0061>a)\k<a>|(?<\u{61}>a)|(?<a-b>a)|(?<𝒜>a)\k<𝒜>|(?<ж>b)|(?<語>b)|(?<é1>b)|(?<😀>b)|(?<a\u200d>b)
(?<a>a)|(?<a>b)|(?:(?<a>a)|(?<a>b))\k<a>|^(?:(?<y>a)|(?<y>b))\k<y>$|(?<a>a)(?<a>b)|(?:(?<a>a)(?<a>b)|c)|(?:(?<a>a)|b)(?<a>c)|(?<a>(?<a>a))|(?<a>a|(?<a>b))|^(?:(?<a>a)|(?<a>b)|c)*\k<a>$|(?:(?<x>a)|(?<x>b))(?:(?<y>a)|(?<y>b))\k<x>\k<y>
(?i)a|(?i:a)|(?i:A)b|a(?i:B)c|^(?i:abc)$|(?-i:a)|(?i-s:a.)|(?s:.)|^(?s:.)$|^(?s:a.b)$|(?m:^b)|(?m:a$)|(?m:^)b|(?m:a$)\s(?m:^b)|(?ims:a)|(?ii:a)|(?i-i:a)|(?-:a)|(?i-:a)|(?-i-s:a)|(?u:a)|(?g:a)|(?x:a)|(?i:a|(?-i:b))c|(?i:(a))\1|(a)(?i:\1)|(?i:[a-c])|(?i:[^a-c])|(?i:k)|(?i:\u212a)|(?i:\w)|(?I:a)|(?i: a)|(?-i:(?i:a))
(?=a)|(?=a)b|(?!a)|^(?!a)|(?=a)*b|(?=a)+b|(?=a){2}b|(?!a)*|(?=a)?a|(?=(a))a\1|(?!(a))b\1|(?=(a*))\1b|^(?=.*b)a|(?=|(?!
(?<=a)b|(?<!a)b|(?<=^a)b|(?<=a*)b|(?<=a+)b|^(?<=a|bb)|(?<=ab|c)|(?<=(a)b)|(?<=\1(a))b|(?<=(a)\1)b|(?<=([ab]+)([ab]+))$|(?<=a{2})|(?<!a{1,2})b|(?<=a)*|(?<=a)+|(?<!a)?|(?<=\b)a|(?<=$)|(?<=^)|(?<=(?=a)a)b|(?<=(?<!a)b)a|(?<=.)|(?<=\ud83d)|(?<=a.)c|(?<=(?:a|ab))c|(?<=(\w){2})c\1|(?<=(?<a>a)|(?<a>b))\k<a>
a*|a+|a?|a{2}|a{2,}|a{1,2}|a{0}|a{0,0}b|a{,2}|a{|a{1|a{1,|a{a}|a{2,1}|a{02}|^a{2}$|^a{2,}$|a*?|a+?|a??|a{1,2}?|^a*?$|a**|a++|a?+|a*+|a{2}{3}|a+*|{2}|{|}|]|[|]a|a]|{a}|{,2}|a{1}{|x{1}}
*|+|?|(*)|(+)|(?)|(|)|(a|a)|((a)|(?:a|(?|(?:|(?a)|(?>a)|(?P<a>b)|(?#a)|(?'a'b)|(?&a)|(?1)|\|\a|\e|\h|\A|\z|\Z|\Q|\E|\G|\K|\R|\X|\N|\p{L}|\pL|\P{L}|\-|\/|\:|\ |\_|\$|\^|\.|\]|\{|\é
^*|$*|\b*|\B+|^+|(?:^)*a|(?:$)*|(?:\b)+a|^?|(^)*|(^a)*b
(a*)*|(a*)+|(?:a*?)*?b|(a|ab)(c|bcd)*|(z)((a+)?(b+)?(c))*|(?:(a)|b)*|^(?:(a)|(b))*\1$|(?:a|){3}b|(?:|a){3}$|^(?:|a){2}$|(a?)*?$|^(?:a?)*?$|^(?:(a)?b)+\1$|(?:a{0}b)|(?:(a){0}b)\1|(a){0}|(?:(?=(a))){0,2}\1|^(?:(?=(a)))?a\1$|(?:(?!(b))a)+\1|^((a)|b)+\2$|(?:(a)|(b)|(c))+\1|(?:a(?=(b))?)+\1
^\/x\/i$|/x/i|/x/|^/|//|^https?:\/\/[^/]+\/en\/|[?&]x=1(?:&|$)|^(?:GB|IE)$|\.pdf$|^\d{4}-\d{2}-\d{2}$|(\d+)-(\d+)|^checkout$
é|É|[é]|[à-ü]|[^é]|ß|ẞ|ss|ſ|K|k|s|[a-z]|[^a-z]|\u017f|\u212a|\u0131|\u0130|i|ı|İ|σ|ς|Σ|[σ]|[^σ]|ж|Ж|[а-я]|ǅ|ǆ|Ǆ|ᾀ|ᾈ|ff|\u0345|ι|\u1c80|в|Ａ|ａ|[Ａ-Ｚ]|[\u0100-\uffff]|[^\u0000-\u00ff]|[\s\u017f]|^[^\w]$|^[\W]$
`;

/** The hand-written patterns, singly and joined with their neighbours: a pattern may itself contain `|`. */
function curated() {
  const patterns = new Set();
  for (const line of handWritten.trim().split('\n')) {
    const parts = line.split('|');
    for (let i = 0; i < parts.length; i++) {
      // Joining neighbours also gives alternatives, and groups with and without a closing bracket.
      patterns.add(parts[i]);
      if (i + 1 < parts.length) patterns.add(`${parts[i]}|${parts[i + 1]}`);
      if (parts[i].includes('(')) patterns.add(parts.slice(i, i + 3).join('|'));
    }
  }
  return patterns;
}

/** A seeded random number generator (mulberry32). */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

// biome-ignore format: a table
const pieces = [
  'a', 'b', 'c', 'A', 'k', 's', '.', '\\b', '\\B', '\\w', '\\W', '\\s', '\\d', '^', '$', '[ab]', '[^a]', '[]', '[^]', '[a-c]', '\\1', '\\2',
  '\\k<n>', '\\n', '\\u0061', '\ud83d\ude00', '\\ud83d', '-', '1', '\u00e9', '\u03c3', '{', '\\cA', '\\0',
];
// biome-ignore format: a table
const opens = [
  '(', '(', '(?:', '(?:', '(?=', '(?!', '(?<=', '(?<!', '(?<n>', '(?<n>', '(?i:', '(?-i:', '(?s:', '(?m:',
];
const quantifiers = ['', '', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{0}', '{2,}'];

function randomPattern(random, depth) {
  let pattern = '';
  for (let terms = 1 + random(3); terms > 0; terms--) {
    if (random(12) === 0) pattern += '|';
    const isGroup = depth > 0 && random(3) === 0;
    pattern += isGroup
      ? `${opens[random(opens.length)]}${randomPattern(random, depth - 1)})`
      : pieces[random(pieces.length)];
    pattern += quantifiers[random(quantifiers.length)];
  }
  return pattern;
}

const randomCount = 600;

await main(async () => {
  const patterns = curated();
  const count = patterns.size + randomCount;
  const random = numbers(11);
  while (patterns.size < count) patterns.add(randomPattern(random, 3));
  const executablePath = process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium-headless-shell';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    const answers = await page.evaluate(
      ([all, texts]) => {
        const answer = (pattern, flags) => {
          try {
            const regex = new RegExp(pattern, flags);
            const bits = texts.map((text) => (regex.test(text) ? '1' : '0')).join('');
            // Four results per hexadecimal digit, the first in the highest bit.
            return bits.replace(/.{1,4}/g, (four) => Number.parseInt(four.padEnd(4, '0'), 2).toString(16));
          } catch {
            return '';
          }
        };
        return all.map((pattern) => [...new Set([answer(pattern, ''), answer(pattern, 'i')])]);
      },
      [[...patterns], subjects],
    );
    if (answers.length !== patterns.size) throw new Plain('The browser did not answer for every pattern.');
    const name = `Chromium ${browser.version()}`;
    // One line per pattern: the results without flags, then with the flag i if they differ. Empty: an invalid pattern.
    const lines = [...patterns].map((pattern, i) => `  ${JSON.stringify([pattern, ...answers[i]])}`).join(',\n');
    const head = ` "browser": ${JSON.stringify(name)},\n "subjects": ${JSON.stringify(subjects)},`;
    writeFileSync(at('tests/conformance/patterns.json'), `{\n${head}\n "patterns": [\n${lines}\n ]\n}\n`);
    console.log(`${name}: ${patterns.size} patterns on ${subjects.length} texts`);
  } finally {
    await browser.close();
  }
});
