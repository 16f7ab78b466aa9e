import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationReport, evaluationRun } from '../../cli/evaluate/contract.js';
import type { AtHand } from '../../cli/evaluate/sets.js';
import { type EvaluateOptions, runEvaluate } from '../../cli/evaluate.js';
import { type LabelledProvision, writtenProvisions } from '../../corpus/index.js';
import { UsageError } from '../../model/index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, lines: readonly (object | string)[]): string => {
  const path = join(folder, name);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
};

/** A few of the written texts stand for all, so that learning takes no time; no library. */
const few: readonly LabelledProvision[] = writtenProvisions().slice(0, 60);
const FEW: AtHand = { written: () => few, references: async () => null };

const evaluate = async (files: readonly string[], options: EvaluateOptions = {}, atHand: AtHand = FEW) => {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runEvaluate(files, options, {
    output: { write: (text: string) => out.push(text) > 0 },
    errors: { write: (text: string) => err.push(text) > 0 },
    atHand,
  });
  return { status, out: out.join(''), err: err.join('') };
};

const LINES = [
  {
    id: 'a1',
    document: '甲',
    text: '第一条 将其失信行为记入信用档案。',
    labels: ['D'],
    field: '养犬',
    level: 'law',
  },
  { id: 'a2', document: '甲', text: '第二条 列入黑名单，\n实施联合惩戒。', labels: ['B', 'P'] },
  {
    id: 3,
    law: '乙',
    text: '第三条 样品应当登记。',
    labels: [],
    second: ['D'],
    path: ['样品办法', '第一章 总则'],
  },
  { id: 'b4', group: '乙', text: '第四条 申请信用修复的，应当提交材料。', labels: ['D'] },
];

describe('qinggui evaluate on a file', () => {
  it('prints figures, calibration and confusion in Chinese', async () => {
    const { status, out, err } = await evaluate([file('小.jsonl', LINES)], { cues: true });
    expect(status).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('小.jsonl，共 4 段。\n只由人工编写的线索判断；分类器版本');
    expect(out).toMatch(/D 共享公开 +2 +1 +0 +1 +100\.0% +50\.0%/u);
    expect(out).toContain('D 共享公开 漏报 1 段，判为：R 信用修复 1');
    expect(out).toContain('R 信用修复 误报 1 段，应为：D 共享公开 1');
    expect(out).toMatch(/D、B、P、R 合计：准确率 75\.0%，召回率 75\.0%，F1 75\.0%/u);
    expect(out).not.toContain('按领域');
  });

  it('prints the same as JSON that keeps its contract', async () => {
    const { out } = await evaluate([file('小.jsonl', LINES)], { cues: true, json: true });
    const report = evaluationReport.parse(JSON.parse(out));
    expect(report.set).toMatchObject({ name: '小.jsonl', texts: 4 });
    expect(report.judgement).toMatchObject({ by: 'cues', model: null });
    expect(report.figures.labels.map(({ right, wrong, missed }) => [right, wrong, missed])).toEqual([
      [1, 0, 1],
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 0],
      [0, 1, 0],
    ]);
    expect(report.comparison).toBeNull();
  });

  it('is judged by the shipped model where nothing else is asked for', async () => {
    const { out, err } = await evaluate([file('小.jsonl', LINES)], { json: true });
    const { judgement, trainedOn } = evaluationReport.parse(JSON.parse(out));
    expect(judgement.by).toBe('shipped');
    expect(judgement.model).toMatch(/^[0-9a-f]{12}$/u);
    expect([trainedOn, err]).toEqual([0, '']);
  });

  it('warns with the count where the shipped model was learned from the texts', async () => {
    const lines = few.slice(0, 3).map(({ id, text, labels }) => ({ id, text, labels }));
    const { err, out } = await evaluate([file('学过.jsonl', [...lines, ...LINES])]);
    expect(err).toContain('注意：7 段中有 3 段是模型学习时用过的');
    expect(err).toContain('--cross-validate');
    expect(out).toContain('由随程序提供的模型判断');
  });

  it('groups ten texts and more by field, level and source', async () => {
    const lines = few.slice(0, 24).map(({ id, text, labels, group }, at) => ({
      id,
      text,
      labels,
      document: group,
      field: at < 12 ? '养犬' : '税务',
      level: at < 12 ? 'local-regulation' : '村规民约',
    }));
    const { out } = await evaluate([file('成组.jsonl', lines)], { cues: true });
    expect(out).toMatch(/按领域（10 段以上的；D、B、P、R 合计）\n[^\n]*\n {2}养犬 +12/u);
    expect(out).toMatch(/按层级[^\n]*\n[^\n]*\n {2}(?:地方性法规|村规民约) +12/u);
  });

  it('is cross-validated by models that learn from the written texts and its own documents', async () => {
    const { out, err } = await evaluate([file('小.jsonl', LINES)], { crossValidate: true, json: true });
    const { judgement, figures } = evaluationReport.parse(JSON.parse(out));
    expect(judgement.by).toBe('unseen');
    expect(figures.labels.reduce((sum, { support }) => sum + support, 0)).toBe(4);
    expect(err).toContain('注意：法规库中没有所标注的法规');
    expect(err).toMatch(/已学习并判断 1\/\d/u);
  });
});

describe('qinggui evaluate on what comes with the program', () => {
  it('judges the written texts alone by name, each by a model that has not seen its document', async () => {
    const { out, err } = await evaluate([], { set: ['written'], withoutReferences: true, alone: true });
    expect(out).toContain('自写条款，共 60 段。\n交叉验证，只学习自写条款');
    expect(out).toContain('按来源');
    expect(err).not.toContain('注意');
  });

  it('takes what is at hand where no set is named, and never judges articles chosen for their score', async () => {
    const reference = (at: number, drawn: string): LabelledProvision => ({
      ...few[at]!,
      id: `r${at}`,
      source: 'reference',
      drawn,
    });
    const references = async () => ({
      provisions: [reference(0, 'sample'), reference(1, 'development'), reference(2, 'chosen')],
      unjoined: 5,
    });
    const { out } = await evaluate([], { cues: true }, { written: () => few, references });
    expect(out).toContain('自写条款、法规条文，共 62 段。');
    expect((await evaluate([], { cues: true })).out).toContain('自写条款，共 60 段。');
  });

  it('says what to do where the references have no words', async () => {
    await expect(evaluate([], { set: ['references'] })).rejects.toMatchObject({
      message: expect.stringContaining('法规库中没有这些法规'),
      advice: expect.stringContaining('qinggui corpus import'),
    });
  });
});

describe('a saved run', () => {
  it('holds decisions and no words, and is compared one by one', async () => {
    const path = file('比较.jsonl', LINES);
    const saved = join(folder, '上次.json');
    const first = await evaluate([path], { cues: true, save: saved });
    expect(first.err).toContain(`已保存：${saved}`);
    const words = readFileSync(saved, 'utf8');
    expect(words).not.toContain('信用');
    const run = evaluationRun.parse(JSON.parse(words));
    const changed = run.texts.map((text) =>
      text.id === 'a1' ? { ...text, labels: ['R'], scores: { ...text.scores, D: 0.123 } } : text,
    );
    const gold = changed.map((text) => (text.id === '3' ? { ...text, gold: ['Q'] } : text));
    const old = file('改过.json', [{ ...run, texts: gold }]);
    const { out } = await evaluate([path], { cues: true, against: old });
    expect(out).toContain('与保存的结果比较。当时：只由人工编写的线索判断');
    expect(out).toContain('有 1 段的标签与当时不同');
    expect(out).toContain('新判对 1，新漏报 0，新误报 0，不再误报 1');
    expect(out).toMatch(
      /新判对（1）\n {2}a1 {2}D 共享公开 {2}0\.123 → 0\.\d{3} {2}第一条 将其失信行为记入信用档案。\n/u,
    );
    expect(out).toMatch(/不再误报（1）\n {2}a1 {2}R 信用修复/u);
    expect(out).toMatch(/D 共享公开 +.* → 100\.0% +0\.0% → 50\.0%/u);
    const { out: json } = await evaluate([path], { cues: true, against: old, json: true });
    expect(evaluationReport.parse(JSON.parse(json)).comparison?.changes).toHaveLength(2);
  });

  it.each<[string, string | object, RegExp]>([
    ['is no JSON', '不是', /不是有效的 JSON/u],
    ['is something else', { format: 'x' }, /不是保存的评测结果/u],
  ])('is refused where it %s', async (_, content, message) => {
    const against = file('坏.json', [content]);
    await expect(evaluate([file('小.jsonl', LINES)], { cues: true, against })).rejects.toThrow(message);
  });

  it('is refused where it is of other texts, is not there, or would replace what is evaluated', async () => {
    const path = file('小.jsonl', LINES);
    const saved = join(folder, '另一组.json');
    await evaluate([file('另.jsonl', LINES.slice(1))], { cues: true, save: saved });
    await expect(evaluate([path], { cues: true, against: saved })).rejects.toThrow(
      /另一组文字的评测结果：保存的是“另\.jsonl”（3 段），现在是“小\.jsonl”（4 段）/u,
    );
    await expect(evaluate([path], { cues: true, against: join(folder, '没有') })).rejects.toThrow(/不存在/u);
    await expect(evaluate([path], { cues: true, save: path })).rejects.toThrow(/会覆盖/u);
    await expect(evaluate([path], { cues: true, save: '-' })).rejects.toThrow(/不能送到标准输出/u);
  });
});

describe('what can not be evaluated is told with its place', () => {
  const good = { id: '1', text: '第一条 样品。', labels: [] };
  it.each<[string, readonly (object | string)[], RegExp]>([
    ['no JSON', [good, '{"id":'], /坏\.jsonl 第 2 行：不是有效的 JSON/u],
    ['no object', ['', '["D"]'], /第 2 行：不是 JSON 对象/u],
    ['no id', [{ text: '样品', labels: [] }], /第 1 行：缺少 id/u],
    ['an empty text', [{ id: 1, text: ' \n', labels: [] }], /第 1 行：缺少 text/u],
    ['no labels', [{ id: 1, text: '样品' }], /第 1 行：缺少 labels/u],
    [
      'an unknown label',
      [{ id: 1, text: '样品', labels: ['D', 'X'] }],
      /第 1 行：labels 中有不认识的标签："X"/u,
    ],
    [
      'an unknown second label',
      [{ id: 1, text: '样品', labels: [], second: [7] }],
      /second 中有不认识的标签：7/u,
    ],
    ['a path that is none', [{ id: 1, text: '样品', labels: [], path: '标题' }], /path 应为文字的数组/u],
    ['the same id twice', [good, good], /第 2 行：id“1”与 坏\.jsonl 第 1 行重复/u],
    ['many bad lines', Array.from({ length: 12 }, () => 'x'), /第 10 行：[^；]*；另有 2 行有误/u],
    ['an empty file', ['', ' '], /是空文件/u],
  ])('%s', async (_, lines, message) => {
    const found = await evaluate([file('坏.jsonl', lines)], { cues: true }).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(UsageError);
    expect((found as UsageError).message).toMatch(message);
    expect((found as UsageError).advice).toContain('labels');
  });

  it('files that are not there, are folders or no UTF-8', async () => {
    await expect(evaluate([join(folder, '没有.jsonl')])).rejects.toThrow(/找不到文件/u);
    await expect(evaluate([folder])).rejects.toThrow(/是一个文件夹/u);
    const gbk = join(folder, 'gbk.jsonl');
    writeFileSync(gbk, Buffer.from([0x7b, 0xb5, 0xda]));
    await expect(evaluate([gbk])).rejects.toThrow(/不是 UTF-8 编码/u);
  });

  it.each<[string, EvaluateOptions]>([
    ['a set and files', { set: ['written'] }],
    ['cues and cross-validation', { cues: true, crossValidate: true }],
    ['cues and learning', { cues: true, withoutReferences: true }],
  ])('options that contradict each other: %s', async (_, options) => {
    await expect(evaluate([file('小.jsonl', LINES)], options)).rejects.toThrow(/不能同时写/u);
  });
});
