const BEGIN = 0x13;
const SEPARATE = 0x14;
const END = 0x15;

/**
 * Marks every character of a field's instruction (HYPERLINK "…", PAGEREF …) with 1; results stay. A field
 * that is never closed is damage and hides nothing.
 */
export const findInstructions = (text: string): Uint8Array => {
  const complete = completeFields(text);
  const marks = new Uint8Array(text.length);
  const fields: boolean[] = [];
  let instructions = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BEGIN && complete.has(at)) {
      fields.push(true);
      instructions += 1;
    } else if ((code === SEPARATE || code === END) && fields.length > 0) {
      if (fields.pop()) instructions -= 1;
      if (code === SEPARATE) fields.push(false);
    }
    if (instructions > 0) marks[at] = 1;
  }
  return marks;
};

const completeFields = (text: string): ReadonlySet<number> => {
  const open: number[] = [];
  const complete = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BEGIN) open.push(at);
    else if (code === END) {
      const begin = open.pop();
      if (begin !== undefined) complete.add(begin);
    }
  }
  return complete;
};
