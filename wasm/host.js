// JavaScript functions for the modules: numbers, regular expressions and memory. Linked by `--js-library`; host.h
// declares them for C++. Emscripten accepts only the `function` keyword here.
mergeInto(LibraryManager.library, {
  // Our own decoder: Emscripten's drops a byte order mark and stops at a zero byte.
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

  // Writes `String(number)`, at most 25 ASCII characters, and returns its length.
  aftermintNumberText__deps: ['$encoder'],
  aftermintNumberText: function (number, out) {
    return encoder.encodeInto(String(number), HEAPU8.subarray(out)).written;
  },

  // Whether the name of a group in a pattern may begin with a code point, or contain it.
  aftermintIsNameLetter: function (point, isFirst) {
    return +(isFirst ? /\p{ID_Start}/u : /\p{ID_Continue}/u).test(String.fromCodePoint(point));
  },

  // 1 for a match, 0 for none, -1 for an invalid pattern. Compiled patterns are cached.
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

  // Replaces Emscripten's, which needs two more functions.
  abort: function () {
    throw '';
  },

  // Replaces Emscripten's, which tries four sizes. Adds a megabyte, so that memory grows less often.
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
