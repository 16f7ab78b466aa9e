import { SHORT_NAMES } from './catalogue/short-names.js';
import { titleKey } from './titles.js';

/** How a cited title leads to an official one. */
export interface NameForm {
  readonly key: string;
  /** exact: the title itself; short: a customary short name; form: the same title written another way. */
  readonly how: 'exact' | 'short' | 'form';
}

const OFFICIAL = new Map(SHORT_NAMES.map(([short, official]) => [titleKey(short), titleKey(official)]));
/** 新《安全生产法》, 修订后的《广告法》, 现行《…》. */
const NEW =
  /^(?:新版|新的|新修订的?|新修正的?|修订后的?|修改后的?|现行的?|新)(?=.{2,30}(?:法|条例|办法|规定)$)/u;
/** 新闻…, 新疆…, 新建…: the 新 belongs to the name. */
const NEW_NAME = /^新(?:闻|疆|型|建|能|生|增|材|药|冠|乡|余|华|城|农|技|兴)/u;
/** 河南省实施招标投标法办法 and 河南省招标投标法实施办法 are one. */
const APPLIES = /^(.{2,12}?)(?:贯彻实施|实施|执行)(.{2,30}法)(?:的)?(办法|细则|若干规定|规定)$/u;
const APPLIES_LAST =
  /^(.{2,12}?(?:省|市|自治区|县|州|经济特区))(.{2,30}法)(?:的)?实施(办法|细则|若干规定|规定)$/u;
const COURT = /^(?:最高人民法院|最高人民检察院|两高)/u;

/** The forms under which a title may stand in the catalogue, the surest first. */
export const nameForms = (title: string): readonly NameForm[] => {
  const key = titleKey(title);
  if (!key) return [];
  const forms: NameForm[] = [{ key, how: 'exact' }];
  const add = (other: string, how: NameForm['how']): void => {
    if (other && !forms.some((form) => form.key === other)) forms.push({ key: other, how });
  };
  const plain = NEW_NAME.test(key) ? key : key.replace(NEW, '');
  add(plain, 'form');
  for (const form of [key, plain]) add(OFFICIAL.get(form) ?? '', 'short');
  const applies = APPLIES.exec(key);
  if (applies) add(`${applies[1]}${applies[2]}实施${applies[3]}`, 'form');
  const last = APPLIES_LAST.exec(key);
  if (last) add(`${last[1]}实施${last[2]}${last[3]}`, 'form');
  if (/(?:解释|规定|批复|意见)(?:\([一二三四五六七八九十]\))?$/u.test(key) && !COURT.test(key)) {
    for (const court of ['最高人民法院', '最高人民检察院', '最高人民法院最高人民检察院']) {
      add(court + key.replace(/^两高/u, ''), 'form');
    }
  }
  return forms;
};
