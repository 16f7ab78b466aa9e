const scanners = new Map<RegExp, RegExp>();

/** The same pattern with the g flag, one for each; patterns themselves carry no state. */
export const scanning = (pattern: RegExp): RegExp => {
  let scanner = scanners.get(pattern);
  if (!scanner) {
    scanner = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
    scanners.set(pattern, scanner);
  }
  return scanner;
};
