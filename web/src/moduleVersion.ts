/** @file Compares the versions of script and wasm module. */

/**
 * Warns in the console if the wasm module has another version than this script.
 *
 * @param module the bytes of the module as text. Its first section, a custom section `aftermint`, contains its version.
 */
export function warnOfOtherVersion(module: string): void {
  const [, version = __VERSION__] = /aftermint([-.\w]+)/.exec(module) ?? [];
  if (version !== __VERSION__) console.warn(`Aftermint: the script is version ${__VERSION__}, the module ${version}`);
}
