import type { Severity, Span } from '../../../model/index.js';
import { groundOf } from './basis.js';
import type { Sentence } from './sentences.js';
import { dutySeverity, evidenceSpan, type ProvisionText, type Subject } from './subject.js';
import { gap, KEPT_ELSEWHERE, NEGATIVE_LIST } from './words.js';

/** What sets a list up, gives its criteria or orders entry; what only speaks of listed subjects does not. */
const ENTRY_CUES = new Set(['B.enter-list', 'B.dishonesty-criteria', 'B.item-under-lead']);
const SETTING_CUES = new Set(['B.set-up-list']);
/** 通报, 公布 or 报送 the names of offenders sets no list up. */
const SETS_UP = /建立|设立|设列|制定|健全|完善|实行|实施|推行|编制|管理/u;
/** 对…的企业实行黑名单制度 says whom it meets; 建立健全黑名单制度 announces. */
const ANNOUNCES = /^(?!.*对[^。；]{0,40}(?:实行|实施|推行)).*(?:建立|健全|完善|探索|推动|推进)/u;
/** A list is not set where it is used, complained of or reported. */
const USED = new RegExp(
  `(?:查询|核查|审查|未被|没有被|未|被依法|已被|已|凡被|因|是否|不应(?:当)?被?|不应(?:当)?)(?:列入|纳入)|异议|错误(?:认定|列入|纳入)|(?:不得|禁止|限制)[^。；]{0,30}(?:列入|纳入)${gap(20)}${NEGATIVE_LIST}的`,
  'u',
);
const LIST = new RegExp(NEGATIVE_LIST, 'u');

/** Where a document sets a list of its own. */
export interface ListSetting {
  readonly provision: ProvisionText;
  readonly span: Span;
  /** The text only announces that there is to be a list. */
  readonly announced: boolean;
}

const first = new WeakMap<Subject, ListSetting | null>();

/**
 * The first place where a document sets up a list of dishonest subjects or orders entry into one of its own; null
 * where it only uses lists, or names one that is kept nationwide under its own rules.
 */
export const listSetting = (subject: Subject): ListSetting | null => {
  const known = first.get(subject);
  if (known !== undefined) return known;
  const found = findSetting(subject, ENTRY_CUES) ?? findSetting(subject, SETTING_CUES);
  first.set(subject, found);
  return found;
};

const findSetting = (subject: Subject, cues: ReadonlySet<string>): ListSetting | null => {
  for (const provision of subject.provisions) {
    const set = settingIn(provision, cues);
    if (set) return set;
  }
  return null;
};

const settingIn = (provision: ProvisionText, cues: ReadonlySet<string>): ListSetting | null => {
  if (!provision.has('B')) return null;
  const span = evidenceSpan(provision.read, 'B', ({ cue }) => cues.has(cue));
  const sentence =
    span && provision.sentences.find((each) => each.span.start <= span.start && span.start < each.span.end);
  if (!sentence || !setsOwnList(sentence)) return null;
  if (cues === SETTING_CUES && !SETS_UP.test(sentence.text)) return null;
  return { provision, span, announced: cues === SETTING_CUES && ANNOUNCES.test(sentence.text) };
};

/** Whether a provision sets a list of the document's own. */
export const setsList = (provision: ProvisionText): boolean =>
  (settingIn(provision, ENTRY_CUES) ?? settingIn(provision, SETTING_CUES)) !== null;

/**
 * The severity of a duty of whoever sets a list: a note where the text only announces the list, or cites the law that
 * provides for it, since that law may hold the procedure.
 */
export const listSeverity = (subject: Subject, { announced, provision }: ListSetting): Severity =>
  announced || groundOf(provision.read) === 'yes' ? 'note' : dutySeverity(subject);

/** Whether a sentence that speaks of entry speaks of a list that the document keeps itself. */
export const setsOwnList = ({ text, lead }: Sentence): boolean => {
  const said = `${lead}${text}`;
  return !KEPT_ELSEWHERE.test(said) && !USED.test(said) && LIST.test(said);
};
