/**
 * @file The two uses of `printf` in the modules, in little: nlohmann's `%.4X` and `%04x`, which write a control
 * character, and Embind's `%p`, which names a type it does not know.
 *
 * The C library's brings floating point, wide characters and locales along: 5 KB of the page's 20.
 */
#include <cstdarg>
#include <cstddef>

namespace {

/** Each conversion that ends in x, X or p becomes four hexadecimal digits (eight of a pointer); it takes no other. */
int format(char* out, std::size_t size, const char* text, va_list arguments) {
  std::size_t length = 0;
  const auto put = [&](char c) {
    if (length + 1 < size) out[length] = c;
    ++length;
  };
  for (; *text != '\0'; ++text) {
    if (*text != '%') {
      put(*text);
      continue;
    }
    while (*text != 'x' && *text != 'X' && *text != 'p' && *text != '\0') ++text;
    if (*text == '\0') break;
    const char* const digits = *text == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    const unsigned value = va_arg(arguments, unsigned);  // pointers are as wide in wasm32
    for (int shift = *text == 'p' ? 28 : 12; shift >= 0; shift -= 4) put(digits[value >> shift & 15u]);
  }
  if (size > 0) out[length < size ? length : size - 1] = '\0';
  return static_cast<int>(length);
}

}  // namespace

extern "C" int snprintf(char* out, std::size_t size, const char* text, ...) {
  va_list arguments;
  va_start(arguments, text);
  const int length = format(out, size, text, arguments);
  va_end(arguments);
  return length;
}

extern "C" int sprintf(char* out, const char* text, ...) {
  va_list arguments;
  va_start(arguments, text);
  const int length = format(out, 80, text, arguments);  // the size of Embind's own buffer
  va_end(arguments);
  return length;
}

// What LLVM calls instead where it sees no floating point among the arguments.
extern "C" int siprintf(char* out, const char* text, ...) __attribute__((alias("sprintf")));
