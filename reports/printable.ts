/**
 * One line of text as a terminal may show it: names and quotations from files can hold what would steer it or
 * turn the direction of writing; such characters are shown as ·.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '·');
