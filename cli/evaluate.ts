import type { Writable } from 'node:stream';
import { UsageError } from '../model/index.js';
import type { CorpusOptions } from './corpus/location.js';
import type { Judgement } from './evaluate/contract.js';
import { judge, trainedOn } from './evaluate/judge.js';
import { evaluatedTexts, reportOf, runOf } from './evaluate/report.js';
import { fingerprintOf, readRun, saveRun, saveTarget } from './evaluate/saved-run.js';
import { type AtHand, atHandWith, type BuiltIn, evaluatedSet } from './evaluate/sets.js';
import { evaluationText } from './evaluate/text.js';

/** As commander parses them. */
export interface EvaluateOptions extends CorpusOptions {
  readonly set?: readonly BuiltIn[];
  readonly crossValidate?: boolean;
  readonly withoutReferences?: boolean;
  readonly cues?: boolean;
  readonly alone?: boolean;
  readonly json?: boolean;
  readonly save?: string;
  readonly against?: string;
}

/** Where the command writes, and which labelled texts come with the program. */
export interface EvaluateSurroundings {
  readonly output: Pick<Writable, 'write'>;
  readonly errors: Pick<Writable, 'write'>;
  readonly atHand?: AtHand;
}

/**
 * `qinggui evaluate`: how right the classifier is on labelled texts. Returns the exit status.
 *
 * @throws UsageError for bad files and options that contradict each other.
 */
export const runEvaluate = async (
  files: readonly string[],
  options: EvaluateOptions,
  { output, errors, atHand = atHandWith(options) }: EvaluateSurroundings = {
    output: process.stdout,
    errors: process.stderr,
  },
): Promise<number> => {
  const by = judgeWanted(files, options);
  const target = options.save === undefined ? null : await saveTarget(options.save, files);
  const evaluated = await evaluatedSet(files, options.set ?? [], atHand);
  const { name, texts } = evaluated;
  const set = { name, texts: texts.length, fingerprint: fingerprintOf(evaluated) };
  const before = options.against === undefined ? null : await readRun(options.against, set);

  const known =
    by === 'unseen' || by === 'unseen-without-references' ? await knownTexts(by, atHand, errors) : [];
  const { judgement, said } = judge(texts, {
    by,
    alone: options.alone ?? false,
    known,
    onModel: (done, all) => errors.write(`已学习并判断 ${done}/${all}\n`),
  });
  const learned = by === 'shipped' ? trainedOn(texts) : 0;
  if (learned > 0)
    errors.write(
      `注意：${texts.length} 段中有 ${learned} 段是模型学习时用过的，下列数字偏高，不能说明对新文件的效果；请加上 --cross-validate\n`,
    );

  const judged = evaluatedTexts(texts, said);
  const report = reportOf({ set, judgement }, judged, learned, before);
  output.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : evaluationText(report));
  if (target) {
    await saveRun(target, runOf(set, judgement, judged));
    errors.write(`已保存：${options.save}\n`);
  }
  return 0;
};

const judgeWanted = (files: readonly string[], options: EvaluateOptions): Judgement['by'] => {
  const { crossValidate, withoutReferences, cues, set } = options;
  if (files.length > 0 && set?.length)
    throw new UsageError('文件和 --set 不能同时写', '评测文件时不写 --set；评测自带的标注时不写文件');
  if (cues && (crossValidate || withoutReferences))
    throw new UsageError(
      '--cues 与 --cross-validate、--without-references 不能同时写',
      '--cues 只看人工编写的线索，不学习；请只写其中一种',
    );
  if (cues) return 'cues';
  if (withoutReferences) return 'unseen-without-references';
  return crossValidate || files.length === 0 ? 'unseen' : 'shipped';
};

/** What is at hand to learn from; the user hears what is not. */
const knownTexts = async (by: Judgement['by'], atHand: AtHand, errors: Pick<Writable, 'write'>) => {
  const written = atHand.written();
  if (by === 'unseen-without-references') return written;
  const references = await atHand.references();
  if (!references)
    errors.write(
      '注意：法规库中没有所标注的法规，只学习自写条款和所评测的文件；要同时学习法规条文，请先导入：qinggui corpus import 法规文件夹\n',
    );
  else if (references.unjoined > 0)
    errors.write(`注意：标注的法规条文有 ${references.unjoined} 条在法规库中找不到原文，没有学习\n`);
  return [...written, ...(references?.provisions ?? [])];
};
