/** 第十二条, 一、, （三）, 4. where a quoted piece begins: the place says them already. */
const NUMBER =
  /^\s*(?:第[零〇一二三四五六七八九十百千\d]{1,8}条(?:之[一二三四五六七八九十])?(?=\s)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d０-９]{1,3}[）)]|[\d０-９]{1,3}[.．、](?![\d０-９]))\s*/u;
/** A heading with the first number of its list right behind it: 信息应用：1．审批部门可以…. */
const HEADING_OF_LIST = /^[^，。；：:\d０-９]{2,24}(?<!第)(?:[：:] ?)?(?=[1１][.．、](?![\d０-９]))/u;
/** A quotation does not begin with the word that joins it to what is left out. */
const JOINING = /^(?:并且|并|或者|以及|同时|而且|且)(?=[\p{Script=Han}《“])(?!非|存|购|发|行|轨|列|不)/u;

/** A piece of a text as it is quoted in a cell: white space of typesetting, numbers and outer marks dropped. */
export const tidy = (piece: string): string =>
  piece
    .replace(/\s+/gu, ' ')
    .replace(/[|｜]+/gu, '，')
    .replace(/^[，,、：:；;。 ]+/u, '')
    .replace(NUMBER, '')
    .replace(HEADING_OF_LIST, '')
    .replace(NUMBER, '')
    // Between Latin words one space stays.
    .replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/gu, '')
    .replace(/^[，,、：:；;。]+|[，,、：:]+$/gu, '')
    .replace(JOINING, '');
