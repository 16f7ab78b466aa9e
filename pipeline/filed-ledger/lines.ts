/** Lines that stand above, between and below the rows of a ledger, by their words. */

const TITLE = /(?:台\s*账|失信约束措施.{0,12}(?:表|清单))(?:样[式表]|表)?(?:[（(][^（()）]{1,30}[)）])?$/u;
const UNIT = /填\s*[报表]\s*(?:单\s*位|部\s*门)|(?:报送|上报)(?:单位|部门)|^单位(?:名称)?(?=[（(：:])/u;
const NOTE = /^(?:注|备注|说明|填表说明|填报说明)\s*[：:\d]?|^\s*\d\s*[.．、]\s*[“"]?.{2,14}[”"]?\s*栏/u;
const SIGNED =
  /^(?:填\s*[报表]\s*人|联\s*系\s*人|负\s*责\s*人|单位负责人|审\s*核|分管|经办人|联系电话|主要负责)/u;
const ANOTHER_TABLE = /\p{L}{3}(?:台\s*账|表|清单|名单|名册|目录)\s*\d{0,2}$/u;
const GOES_ON = /^[（(]?\s*续/u;

export const isTitle = (words: string): boolean => TITLE.test(words);
/** A line that says whose ledger it is. */
export const isUnitLine = (words: string): boolean => UNIT.test(words);
export const isNote = (words: string): boolean => NOTE.test(words);
export const isSigned = (words: string): boolean => SIGNED.test(words);

/** Whether a line begins a ledger of its own. */
export const opensLedger = (words: string): boolean =>
  !GOES_ON.test(words) && (TITLE.test(words) || UNIT.test(words));

/** Whether a line is the title of another table, or of another ledger. */
export const opensTable = (words: string): boolean =>
  !GOES_ON.test(words) && words.length <= 60 && ANOTHER_TABLE.test(words);

/** 续表 and page numbers: what may stand between two parts of one table. */
export const isBetweenParts = (words: string): boolean =>
  /^[（(]?\s*续\s*[上前]?\s*(?:表|页)?\s*\d*\s*[）)]?$|^[\s—–－\-第页共\d/]{1,14}$/u.test(words);
