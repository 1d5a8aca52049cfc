/** @file The package's version. */

/** Defined by the build. */
export const kVersion: string = __VERSION__;
