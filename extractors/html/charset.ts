/** A declared charset stands near the beginning (HTML, 4.2.5.4: within 1024 bytes; real pages are less strict). */
const CHARSET_WITHIN = 4096;
const CHARSET = /charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{2,20})/iu;

/** The charset that a page declares for itself. */
export const declaredCharset = (bytes: Uint8Array): string | undefined =>
  CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, CHARSET_WITHIN)))?.[1];
