// Embind's JavaScript side, as much of it as the doors need: a text goes in and out as std::string, a book's number as
// itself. Emscripten's own knows every type of C++, overloads, and words for developers: 3.4 KB that no page uses.
// The C++ side is Embind's; its bind.cpp, which would register the other types and bring printf along, is not linked
// (no `--bind`), so a module registers std::string itself.
mergeInto(LibraryManager.library, {
  $doorText: 0,
  _embind_register_std_string__deps: ['$doorText'],
  _embind_register_std_string: function (type) {
    doorText = type;
  },

  _embind_register_function__deps: ['$doorText', '$textAt', 'malloc', 'free'],
  _embind_register_function: function (name, count, types, signature, invoker, target) {
    const call = wasmTable.get(invoker);
    const givesText = HEAPU32[types >> 2] === doorText;
    Module[textAt(name, HEAPU8.indexOf(0, name) - name)] = (...given) => {
      const texts = [];
      const values = given.map((value) => {
        if (typeof value !== 'string') return value;
        // A std::string on its way: its length, then its bytes.
        const bytes = new TextEncoder().encode(value);
        const at = _malloc(bytes.length + 4);
        if (!at) throw new RangeError('memory');
        HEAPU32[at >> 2] = bytes.length;
        HEAPU8.set(bytes, at + 4);
        texts.push(at);
        return at;
      });
      const result = call(target, ...values);
      texts.forEach(_free);
      if (!givesText) return result;
      const text = textAt(result + 4, HEAPU32[result >> 2]);
      _free(result);
      return text;
    };
  },
});
