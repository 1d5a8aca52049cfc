// What the modules ask of the JavaScript around them: numbers, regular expressions and memory. Linked in by
// `--js-library`; the C++ side declares these functions in host.h. Emscripten
// takes functions here only as `function`.
mergeInto(LibraryManager.library, {
  // A decoder of our own: Emscripten's drops a byte order mark and stops at a zero.
  $utf8: "=new TextDecoder('utf-8', { ignoreBOM: true })",
  $textAt__deps: ['$utf8'],
  $textAt: function (at, size) {
    return utf8.decode(HEAPU8.subarray(at, at + size));
  },

  $encoder: '=new TextEncoder()',

  // `Number(text)`.
  aftermintNumberOf__deps: ['$textAt'],
  aftermintNumberOf: function (text, size) {
    return +textAt(text, size);
  },

  // Writes `String(number)`, which is ASCII and at most 25 letters, and gives its length.
  aftermintNumberText__deps: ['$encoder'],
  aftermintNumberText: function (number, out) {
    return encoder.encodeInto(String(number), HEAPU8.subarray(out)).written;
  },

  // Whether the name of a pattern's group may begin with that code point, or go on with it.
  aftermintIsNameLetter: function (point, isFirst) {
    return +(isFirst ? /\p{ID_Start}/u : /\p{ID_Continue}/u).test(String.fromCodePoint(point));
  },

  // 1 and 0 for a match and none, -1 for a pattern that is invalid. Compiled patterns are kept.
  $regexes: '=new Map()',
  aftermintRegexMatch__deps: ['$regexes', '$textAt'],
  aftermintRegexMatch: function (pattern, patternSize, text, textSize, ignoreCase) {
    const source = textAt(pattern, patternSize);
    const key = ignoreCase + source;
    let regex = regexes.get(key);
    if (regex === undefined) {
      try {
        regex = new RegExp(source, ignoreCase ? 'i' : '');
      } catch {
        regex = null;
      }
      if (regexes.size >= 1000) regexes.clear();
      regexes.set(key, regex);
    }
    return regex ? +regex.test(textAt(text, textSize)) : -1;
  },

  // In place of Emscripten's, which passes through two functions.
  abort: function () {
    throw '';
  },

  // In place of Emscripten's, which tries four sizes: what is asked for, and a megabyte so that the next comes later.
  emscripten_resize_heap: function (size) {
    try {
      wasmMemory.grow(((size >>> 0) - HEAPU8.length + 0x10ffff) >>> 16);
      updateGlobalBufferAndViews(wasmMemory.buffer);
      return 1;
    } catch {
      return 0;
    }
  },
});
