// The JavaScript side of Embind, reduced to what the modules export: functions of texts and numbers.
// Emscripten's own supports every C++ type, overloads and messages for developers: 3.4 KB that no page uses. The C++
// side is Embind's. Its bind.cpp is not linked (no `--bind`), since it registers all other types and needs printf; so a
// module registers its text type itself (wire.h). CMakeLists.txt says what this depends on.
mergeInto(LibraryManager.library, {
  $doorText: 0,
  _embind_register_std_string__deps: ['$doorText'],
  _embind_register_std_string: function (type) {
    doorText = type;
  },

  // A buffer for the input text: its length, then its bytes. It is kept between calls, since allocating takes longer
  // than copying most texts. After a large text, such as a book, it is freed.
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
    // An exported function has at most one text among its arguments.
    Module[textAt(name, HEAPU8.indexOf(0, name) - name)] = (first, second) => {
      const result = call(target, given(first), given(second));
      if (inputRoom > 99999) roomFor(0);
      return givesText ? textAt(HEAPU32[(result >> 2) + 1], HEAPU32[result >> 2]) : result;
    };
  },
});
