/**
 * Warns in the console where a wasm module says that it has another version than this script.
 *
 * @param module its bytes as text: a custom section `aftermint` in front of all others holds its version
 */
export function warnOfOtherVersion(module: string): void {
  const [, version = __VERSION__] = /aftermint([-.\w]+)/.exec(module) ?? [];
  if (version !== __VERSION__) console.warn(`Aftermint: the script is version ${__VERSION__}, the module ${version}`);
}
