import type { Kinds, SaidKind } from '../../model/index.js';

/** What a flagged provision orders, whom it hits and who acts, each with the first words that say so. */
export const kindWords = ({ punishment, disclosure, blacklist, subject, actors }: Kinds): string[] => [
  ...kindLine('惩戒措施', punishment),
  ...kindLine('信用信息', disclosure),
  ...kindLine('名单', blacklist),
  ...kindLine('对象', [subject]),
  ...kindLine('实施主体', actors),
];

const kindLine = (name: string, kinds: readonly SaidKind<string>[]): string[] =>
  kinds.length > 0 ? [`${name}：${kinds.map(saidWords).join('、')}`] : [];

const saidWords = ({ kind, words }: SaidKind<string>): string =>
  words[0] ? `${kind}（${words[0].text.replace(/\s+/gu, '')}）` : kind;
