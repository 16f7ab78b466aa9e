import type { Span } from './span.js';

/** What a measure of P takes away or adds. 其他: a measure that is none of these, or one whose words were not found. */
export const PUNISHMENT_KINDS = [
  '限制准入',
  '取消资格',
  '限制任职',
  '限制消费',
  '限制出境',
  '限制升学',
  '限制申请财政资金',
  '限制评优',
  '限制优惠便利',
  '重点监管',
  '通报曝光',
  '信用扣分降级',
  '增加检查',
  '联合惩戒（概括）',
  '行业自律惩戒',
  '其他',
] as const;
export type PunishmentKind = (typeof PUNISHMENT_KINDS)[number];

/** What is done with information under D. */
export const DISCLOSURE_KINDS = ['记录', '归集共享', '公示公开', '查询使用', '目录'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** What is done with a list under B. */
export const BLACKLIST_KINDS = ['设列', '认定标准', '认定程序', '列入', '移出'] as const;
export type BlacklistKind = (typeof BLACKLIST_KINDS)[number];

/** Whom it hits. */
export const SUBJECT_KINDS = ['个人', '单位', '个人和单位', '未写明'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Who acts, as far as the words say. */
export const ACTOR_KINDS = [
  '行政机关',
  '司法机关',
  '行业协会',
  '金融机构',
  '信用服务机构',
  '事业单位或企业',
  '基层组织',
  '未写明',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Words that say a kind; offsets are UTF-16 units of the text that was classified, or of the words above its list. */
export interface KindWords extends Span {
  readonly text: string;
  readonly in: 'text' | 'lead';
}

/** A kind with the first of the words that say it; [] only where it stands for words that were not found. */
export interface SaidKind<Kind extends string> {
  readonly kind: Kind;
  readonly words: readonly KindWords[];
}

/** What exactly a labelled provision orders, to whom, by whom; each list in the order of its table. */
export interface Kinds {
  /** [] where P was not given; the same for the next two. */
  readonly punishment: readonly SaidKind<PunishmentKind>[];
  readonly disclosure: readonly SaidKind<DisclosureKind>[];
  readonly blacklist: readonly SaidKind<BlacklistKind>[];
  readonly subject: SaidKind<SubjectKind>;
  /** At least one: 未写明 alone where the words name nobody. */
  readonly actors: readonly SaidKind<ActorKind>[];
}
