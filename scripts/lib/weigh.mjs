// The compressed size of a file, and its hash for the `integrity` attribute.
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';

export const brotliBytes = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** The value of an `integrity` attribute for these bytes. */
export const integrityOf = (bytes, hash = 'sha384') => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;
