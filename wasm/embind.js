// Embind's JavaScript side, as much of it as the doors need: a text goes in and out, a book's number as itself.
// Emscripten's own knows every type of C++, overloads, and words for developers: 3.4 KB that no page uses.
// The C++ side is Embind's; its bind.cpp, which would register the other types and bring printf along, is not linked
// (no `--bind`), so a module registers its one text itself (wire.h).
mergeInto(LibraryManager.library, {
  $doorText: 0,
  _embind_register_std_string__deps: ['$doorText'],
  _embind_register_std_string: function (type) {
    doorText = type;
  },

  // Room for the text that goes in: its length, then so many bytes. It is kept, since asking for memory takes longer
  // than most texts do; what a book took is given back.
  $input: 0,
  $inputRoom: 0,
  $roomFor__deps: ['$input', '$inputRoom', 'malloc', 'free'],
  $roomFor: function (bytes) {
    _free(input);
    input = bytes && _malloc(bytes + 4);
    inputRoom = input && bytes;
    if (inputRoom < bytes) throw new RangeError('memory');
  },
  $given__deps: ['$roomFor', '$encoder'],
  $given: function (value) {
    if (typeof value !== 'string') return value;
    for (let room = value.length; ; room = value.length * 3) {
      if (room > inputRoom) roomFor(room);
      const { read, written } = encoder.encodeInto(value, HEAPU8.subarray(input + 4, input + 4 + inputRoom));
      if (read === value.length) {
        HEAPU32[input >> 2] = written;
        return input;
      }
    }
  },

  _embind_register_function__deps: ['$doorText', '$textAt', '$given'],
  _embind_register_function: function (name, count, types, signature, invoker, target) {
    const call = wasmTable.get(invoker);
    const givesText = HEAPU32[types >> 2] === doorText;
    // A door takes one text at most.
    Module[textAt(name, HEAPU8.indexOf(0, name) - name)] = (first, second) => {
      const result = call(target, given(first), given(second));
      if (inputRoom > 99999) roomFor(0);
      return givesText ? textAt(HEAPU32[(result >> 2) + 1], HEAPU32[result >> 2]) : result;
    };
  },
});
