import {
  type Citation,
  type FiledRow,
  inMarks,
  VERDICT_WORDS,
  type WeighedCitation,
} from '../model/index.js';
import type { AuditedDocument } from './document.js';
import { evidenceOf } from './evidence.js';
import type { Said } from './item.js';
import { titleForm } from './titles.js';

/** Weighs what a ledger names as a document's basis: one entry a citation, in the order of the text. */
export type WeighClaim = (claim: string, document: AuditedDocument) => readonly WeighedCitation[];

/** A column of the ledger that asks for a basis. */
export interface Basis {
  readonly column: 'nationalBasis' | 'localBasis';
  readonly side: 'national' | 'local';
  /** 国家层面依据. */
  readonly what: string;
}

/** 是 where the document itself bears out no basis: what it cites, and what the ledger names, each with its verdict. */
export const claimItem = (
  row: FiledRow,
  document: AuditedDocument,
  { column, side, what }: Basis,
  weigh: WeighClaim,
): Said => {
  const content = row.cells.basisContent.text;
  // Some name the basis where the form asks whether there is one.
  const named = `${row.cells[column].text}\n${content}`;
  const found = document.row![column];
  const claims = weigh(named, document);
  const unknown = titlesIn(named).filter((title) => !claims.some(({ citation }) => isOf(title, citation)));
  const cited = document.flagged.flatMap(({ assessment }) => assessment?.weighed ?? []);
  const isCited = ({ citation }: WeighedCitation): boolean =>
    cited.some((each) => isOf(citation.title, each.citation));
  // What the document cites without the ledger's naming it counts as well: the columns are about the document.
  const judged = [...claims, ...(claims.length + unknown.length > 0 ? [] : cited)];
  const verdicts = [...new Set(judged.map(verdictWords))];
  const certain = found === '否' && unknown.length === 0 && judged.every((each) => fails(each, side));
  const uncited = claims.filter((each) => !isCited(each));
  const because = [
    ...(found === '待核实' ? [`能否作为${what}，清规不能确定，请核对`] : []),
    ...(verdicts.length > 0 ? [`${certain ? `均不能作为${what}：` : ''}${verdicts.join('；')}`] : []),
    // 国办发〔2020〕49号（九）: 直接援引.
    ...(uncited.length > 0
      ? [
          `该文件涉及的条款没有直接援引${[...new Set(uncited.map(nameOf))].join('、')}${certain ? '' : '，请核对'}`,
        ]
      : []),
    ...(unknown.length > 0 ? [`台账所写的${unknown.map(inMarks).join('、')}清规未核对，请核对`] : []),
    ...(judged.length + unknown.length === 0 ? ['该文件涉及的条款没有直接援引任何依据'] : []),
  ];
  return {
    kind: 'basis',
    certain,
    column,
    said: [row.cells[column].text, content].filter(Boolean).join('：'),
    found: [found, ...verdicts].join('；'),
    evidence: evidenceOf(document.flagged),
    reason: `台账填“是”。${because.join('；')}`,
  };
};

/** Named bases that ended or lack the article, in a row whose document has another one: the cell has to be mended all the same. */
export const brokenClaims = (row: FiledRow, document: AuditedDocument, weigh: WeighClaim): Said[] => {
  const sides = ['nationalBasis', 'localBasis'] as const;
  const isAsked = sides.some((column) => row[column] === 'yes' && document.row?.[column] !== '是');
  if (isAsked || !sides.some((column) => row[column] === 'yes')) return [];
  const broken = weigh(row.cells.basisContent.text, document).filter(
    ({ verdict }) => verdict === 'ended' || verdict === 'no-such-article',
  );
  if (broken.length === 0) return [];
  return [
    {
      kind: 'basis',
      certain: true,
      column: 'basisContent',
      said: [...new Set(broken.map(nameOf))].join('、'),
      found: [...new Set(broken.map(({ verdict }) => VERDICT_WORDS[verdict]))].join('；'),
      evidence: [],
      reason: `台账所列依据中，${[...new Set(broken.map(verdictWords))].join('；')}`,
    },
  ];
};

/** Whether it surely is no basis on a side. */
const fails = ({ verdict, counts }: WeighedCitation, side: Basis['side']): boolean =>
  verdict === 'ended' ||
  verdict === 'no-such-article' ||
  verdict === 'mismatch' ||
  (counts !== side && counts !== 'unknown');

const titlesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/《([^《》]{2,80})》/gu)].map((match) => match[1]!)),
];

const isOf = (title: string, { title: cited }: Citation): boolean => titleForm(title) === titleForm(cited);

const nameOf = ({ citation }: WeighedCitation): string =>
  `${citation.title ? inMarks(citation.title) : citation.number}${citation.articles.join('、')}`;

const verdictWords = (weighed: WeighedCitation): string => {
  const { verdict, chain } = weighed;
  return `${nameOf(weighed)}${VERDICT_WORDS[verdict]}${chain.length > 0 ? `（${chain.at(-1)}）` : ''}`;
};
