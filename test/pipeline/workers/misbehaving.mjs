/** Does what the first byte says: hangs, fills the memory, ends itself, throws, or answers. */
export default async ({ bytes }) => {
  switch (String.fromCharCode(bytes[0])) {
    case 'h':
      for (;;);
    case 'm': {
      const kept = [];
      for (;;) kept.push(new Array(100_000).fill({}));
    }
    case 'e':
      process.exit(3);
      break;
    case 't':
      throw new TypeError('no such thing');
    default:
      return { format: 'txt', reason: { code: 'no-text', message: `${bytes.length}`, advice: '' } };
  }
};
