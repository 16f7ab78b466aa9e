import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Breach } from '../../../../model/index.js';
import { analyse } from '../../../../pipeline/analyse.js';
import { manuscriptOf } from '../../../manuscripts.js';

/**
 * A small document of a fixture. ruleid: the rule must speak, with the severity where one stands in brackets; ok: it
 * must not, not even with a note; todoruleid: it should, and is known not to.
 */
export interface Case {
  readonly verdict: 'ruleid' | 'ok' | 'todoruleid';
  readonly severity: Breach['severity'] | null;
  readonly title: string;
  readonly provisions: readonly string[];
}

const TITLE = '清水市供水用水管理办法';
/** After every revision of the statutes that the fixtures cite: what an undated document cites is not known. */
const SIGNED = ['清水市水务局', '2026年3月1日'];

/** The cases of a rule. Throws where a line is none of: comment, verdict, `  # title`, `  further provision`. */
export const casesOf = (rule: string): Case[] => {
  const path = fileURLToPath(new URL(`fixtures/${rule}.txt`, import.meta.url));
  const cases: { -readonly [K in keyof Case]: Case[K] }[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const verdict = /^(ruleid|ok|todoruleid)(?:\((error|warning|note)\))?: (.+)$/.exec(line);
    const last = cases.at(-1);
    if (verdict) {
      cases.push({
        verdict: verdict[1] as Case['verdict'],
        severity: (verdict[2] as Breach['severity']) ?? null,
        title: TITLE,
        provisions: [verdict[3]!],
      });
    } else if (last && line.startsWith('  # ')) last.title = line.slice(4);
    else if (last && line.startsWith('  ')) last.provisions = [...last.provisions, line.slice(2)];
    else throw new Error(`${rule}.txt: what is this line? ${line}`);
  }
  return cases;
};

const DIGITS = '零一二三四五六七八九';
const numeral = (n: number): string =>
  n < 10 ? DIGITS[n]! : `${n >= 20 ? DIGITS[Math.floor(n / 10)] : ''}十${n % 10 ? DIGITS[n % 10] : ''}`;

/** What the rule says of a case, read the whole way as a document of a department. Lines beginning with （ are items. */
export const breachesOf = (rule: string, { title, provisions }: Case): readonly Breach[] => {
  const articles = provisions.filter((text) => !text.startsWith('（'));
  const lines = provisions.map((text) =>
    text.startsWith('（') ? text : `第${numeral(articles.indexOf(text) + 1)}条　${text}`,
  );
  const head = title.includes('条例') ? [title] : ['清水市水务局文件', '清水水规〔2021〕3号', title];
  const { documents } = analyse(
    manuscriptOf([...head, ...lines, ...(title === TITLE ? SIGNED : [])].join('\n')),
  );
  return documents.flatMap(({ breaches }) => breaches ?? []).filter((breach) => breach.rule === rule);
};
