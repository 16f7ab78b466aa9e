/** Control words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
]);

/** Control symbols that stand for a character. */
export const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0x7e, '\u00a0'],
  [0x5f, '-'],
  [0x09, '\t'],
]);

/** Destinations whose text is none of the document's: definitions, comments, page heads and feet, copies for old readers. */
export const SKIPPED: ReadonlySet<string> = new Set(
  [
    'colortbl filetbl revtbl rsidtbl private template bkmkstart bkmkend fldinst objdata objclass objname',
    'header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn',
    'annotation atnid atnauthor atntime atnref atnicn atndate atnparent atrfstart atrfend',
    'xe tc tcn rxe txe pntxta pntxtb pnseclvl nonshppict shprslt nonesttableprops mmathPict themedata',
    'colorschememapping datastore latentstyles operator company manager category doccomm hlinkbase comment',
    'vern xmlnstbl pgptbl generator levelnumbers listname liststylename sn background',
  ].flatMap((words) => words.split(' ')),
);

/** Destinations marked with \* (to be passed over where they are unknown) that hold text or lead to it. */
export const OPTIONAL: ReadonlySet<string> = new Set([
  'shpinst',
  'shppict',
  'shptxt',
  'do',
  'nesttableprops',
  'ud',
  'moMath',
  'moMathPara',
  'listtable',
  'listoverridetable',
]);

/** Destinations of \info and the names of their properties. */
export const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['title', 'title'],
  ['subject', 'subject'],
  ['keywords', 'keywords'],
  ['author', 'creator'],
]);
