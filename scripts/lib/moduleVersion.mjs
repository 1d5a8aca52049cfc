// The version of a WebAssembly module, in a custom section of its own in front of all others.
// Read back by web/src/moduleVersion.ts, or by `WebAssembly.Module.customSections(module, 'aftermint')`.

/**
 * The module with a custom section `aftermint` whose content is the version.
 *
 * @param {Uint8Array} module
 * @param {string} version a semantic version, at most 100 letters
 */
export function withVersion(module, version) {
  if (!/^[-.\w]{1,100}$/.test(version)) throw new Error(`"${version}" is no version for a module`);
  const name = Buffer.from('aftermint');
  const body = Buffer.concat([Buffer.from([name.length]), name, Buffer.from(version)]);
  const header = 8; // `\0asm` and the version of the format
  return Buffer.concat([module.subarray(0, header), Buffer.from([0, body.length]), body, module.subarray(header)]);
}
