// What a file weighs on the wire, and the hash a browser holds it to.
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';

export const brotliBytes = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** The integrity of a file's bytes as browsers take it. */
export const integrityOf = (bytes, hash = 'sha384') => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;
