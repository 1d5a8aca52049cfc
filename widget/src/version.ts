/** The package's version, baked in by the build. */
export const kVersion: string = __VERSION__;
