import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AnswerLane,
  type AuditSample,
  answeredOf,
  type Certificate,
  type CertificateBody,
  certificateText,
  claimOf,
  drawnSample,
  sealed,
  standingOf,
  statementOf,
  taskMark,
} from '../../audit/index.js';
import { UsageError } from '../../model/index.js';
import { writeCertificateDocx } from '../../reports/index.js';
import { frameTextOf, type Store } from '../../store/index.js';
import { copyTarget, writeTo } from '../copy.js';
import { type DatabaseOptions, databaseOf } from '../learn/database.js';
import { reviewerName } from '../review/reviewer.js';
import { version } from '../version.js';
import { certificateLines } from './certificate-words.js';
import { ownPlace } from './places.js';
import { chosen, withSamples } from './stored.js';

export interface CertificateOptions extends DatabaseOptions {
  readonly number?: number;
  readonly to?: string;
  readonly reviewer?: string;
}

/** Names of what a certificate consists of, in its folder. */
export const CERTIFICATE_FILES = {
  json: '抽查证书.json',
  docx: '抽查证书.docx',
  frame: '抽查总体.jsonl',
} as const;
/** The target was not shown. */
const NOT_SHOWN = 1;

/** `qinggui audit sample certificate`. Returns the exit status, 1 where the sample does not show the target. */
export const runCertificate = (
  options: CertificateOptions,
  {
    say = (words: string): void => void process.stdout.write(words),
    now = () => new Date().toISOString(),
  } = {},
): Promise<number> =>
  withSamples(options, async (store, samples) => {
    const sample = chosen(samples, options.number);
    const certificate = await certificateOf(store, samples, sample, {
      who: reviewerName(options.reviewer),
      madeAt: now(),
    });
    const lines = certificateLines(certificate);
    const folder = await ownPlace(options, options.to, `抽查证书-第${sample.number}次`);
    await mkdir(folder, { recursive: true });
    for (const [name, content] of [
      [CERTIFICATE_FILES.json, certificateText(certificate)],
      [CERTIFICATE_FILES.frame, frameTextOf(store, sample.id)],
      [CERTIFICATE_FILES.docx, (path: string) => writeCertificateDocx(path, lines, certificate.hash)],
    ] as const)
      await writeTo(await copyTarget(join(folder, name), [databaseOf(options)], '--to'), content);
    say(`${lines.conclusion.join('\n')}\n${folder}\n`);
    const { recall } = claimOf(certificate.statement).plain;
    return recall !== null && recall >= certificate.target.recall ? 0 : NOT_SHOWN;
  });

const certificateOf = async (
  store: Store,
  samples: readonly AuditSample[],
  sample: AuditSample,
  { who, madeAt }: { readonly who: string; readonly madeAt: string },
): Promise<Certificate> => {
  const { plan } = sample;
  const { answers, reviewers } = await answeredOf(store, sample.id);
  const { looks } = plan.design;
  const { open, split, ...tally } = standingOf(drawnSample(sample), looks, answers);
  if (tally.look === 0)
    throw new UsageError(
      `${taskMark(sample)}还不能出具证书：未答 ${open.length} 条，待合议 ${split.length} 条`,
      '用 qinggui audit sample status 查看编号，补齐后再出具',
    );
  const content: CertificateBody = {
    format: 'qinggui-audit-certificate',
    version: 1,
    program: version(),
    madeAt,
    drawnAt: sample.at,
    who,
    target: { recall: plan.recall, confidence: plan.confidence },
    frame: plan.frame,
    design: { ...plan.design, cuts: [...plan.design.cuts], sizes: [...plan.design.sizes] },
    draws: {
      number: sample.number,
      of: samples.length,
      others: samples
        .filter(({ number }) => number !== sample.number)
        .map(({ number, at, frameHash, reason }) => ({ number, at, frame: frameHash, reason })),
      reason: sample.reason,
    },
    answers: answers as Partial<Record<AnswerLane, Record<string, string>>>,
    reviewers: { ...reviewers },
    questions: sample.questions.map(({ item, stratum }) => ({ item, stratum })),
    tally: { ...tally, strata: [...tally.strata] },
    statement: statementOf(tally, plan.frame.positive, {
      confidence: plan.confidence,
      looks,
      draws: samples.length,
    }) as CertificateBody['statement'],
  };
  return sealed(content);
};
