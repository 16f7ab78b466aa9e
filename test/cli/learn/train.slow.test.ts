import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classify, trainModel } from '../../../classifiers/index.js';
import { modelInUse } from '../../../cli/learn/model-in-use.js';
import { runBack, runModels, runUse } from '../../../cli/learn/models.js';
import { runTrain, type TrainOptions } from '../../../cli/learn/train.js';
import { openStore, type Store } from '../../../store/index.js';
import { decisionLines, pilloried, SHIPPED, SMALL, who } from './small-corpus.js';

let folder: string;
let database: string;
let decisions: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-train-'));
  database = join(folder, 'qinggui.db');
  decisions = join(folder, '判断.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = '2026-03-01T00:00:00.000Z';
const train = async (
  more: Partial<TrainOptions> = {},
  corpus = SMALL,
): Promise<{ status: number; said: string }> => {
  let said = '';
  const status = await runTrain(
    { database, seed: 1, ...more },
    {
      corpus,
      shipped: SHIPPED,
      now: () => NOW,
      say: (words) => {
        said += words;
      },
      tell: () => undefined,
    },
  );
  return { status, said };
};
const listed = async (): Promise<string> => {
  let said = '';
  await runModels({ database }, (words) => {
    said += words;
  });
  return said;
};
const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(database);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};
const inUse = () => withStore((store) => modelInUse(store));

/** What the small corpus does not teach. */
const NEW = '应当到街道办领取登记表格，其拖欠写入街坊簿。';
const confirmedNew = (): void =>
  writeFileSync(
    decisions,
    decisionLines((at) => `第${at}次　${who(at)}${NEW}`, { confirmed: ['D'] }),
  );

describe('qinggui train', () => {
  it('says that there is nothing new where nobody has judged anything', async () => {
    const { status, said } = await train();
    expect(status).toBe(0);
    expect(said).toContain('清规自带的模型）相同，不必安装');
    expect(await inUse()).toBeNull();
  });

  it('learns what was confirmed, shows both side by side, installs, and can step back', async () => {
    expect(classify({ text: `租户${NEW}` }, SHIPPED).labels).toEqual([]);
    confirmedNew();
    const { status, said } = await train({ decisions, note: '街坊簿' });
    expect(said).toContain('读入判断 24 条，其中新的 24 条');
    expect(said).toContain('直接用现用模型');
    expect(said).toMatch(/D 信用信息共享公开\s+40\s+\d+\.\d → \d+\.\d/u);
    expect(said).toMatch(/人工判断的条款（24 条）/u);
    expect(said).toContain('现用 24 处，新 0 处');
    expect(said).toContain('已安装为第 1 号模型');
    expect(status).toBe(0);
    const model = await inUse();
    expect(classify({ text: `租户${NEW}` }, model!.learned).labels).toEqual(['D']);
    expect(model!.learned.card.provisions).toEqual({ written: 60, reference: 60, decision: 24 });
    expect(await listed()).toMatch(/现用\s+1 .*编写 60，法规 60，判断 24.*街坊簿/u);
    expect(await runBack({ database }, () => undefined)).toBe(0);
    expect(await inUse()).toBeNull();
    expect(await runBack({ database }, () => undefined)).toBe(1);
    expect(await runUse(1, { database }, { now: () => NOW, say: () => undefined })).toBe(0);
    expect((await inUse())!.fingerprint).toBe(model!.fingerprint);
    await expect(runUse(9, { database }, { say: () => undefined })).rejects.toMatchObject({
      message: '没有第 9 号模型',
    });
  });

  it('gives the same model for the same judgements, in whatever order and database they came', async () => {
    confirmedNew();
    await train({ decisions });
    const first = await withStore(async (store) => (await modelInUse(store))!.bytes);
    database = join(folder, '另一个.db');
    writeFileSync(decisions, readFileSync(decisions, 'utf8').split('\n').reverse().join('\n'));
    await train({ decisions });
    const second = await withStore(async (store) => (await modelInUse(store))!.bytes);
    expect(Buffer.compare(first, second)).toBe(0);
    expect((await train()).said).toContain('第 1 号');
    expect((await train({ decisions })).said).toContain('其中新的 0 条');
  });

  it('refuses a model that is worse, says in what, keeps the judgements, and obeys --force', async () => {
    // Somebody rejects all of what the corpus calls D, in the same words.
    writeFileSync(
      decisions,
      decisionLines((at) => pilloried(at + 60, at % 2 ? '灰牌墙' : '传阅栏'), { rejected: ['D'] }, 240),
    );
    const refused = await train({ decisions });
    expect(refused.status).toBe(1);
    expect(refused.said).toContain('新模型比现用的差，没有安装');
    expect(refused.said).toMatch(/D 信用信息共享公开：(召回率|平均精度)由 \d+\.\d% 降至/u);
    expect(await inUse()).toBeNull();
    const forced = await train({ force: true });
    expect(forced.said).toContain('人工判断的 240 条');
    expect(forced.said).toContain('因有 --force 仍然安装');
    expect(forced.status).toBe(0);
    expect(await inUse()).not.toBeNull();
  });

  it('lets the user’s word on a text of the corpus count, and says of how many', async () => {
    const [first, second] = SMALL.written.map(({ text }) => text);
    writeFileSync(
      decisions,
      [
        JSON.stringify({ text: first!.replace('，', '， '), rejected: ['D'] }),
        JSON.stringify({ text: second, confirmed: ['R'] }),
      ].join('\n'),
    );
    const { said } = await train({ decisions, force: true });
    expect(said).toContain('人工判断的 2 条，其中与前两类相同的 2 条以人工判断为准');
    expect((await inUse())!.learned.card.provisions).toEqual({ written: 58, reference: 60, decision: 2 });
  });

  it('does not train without the references that the model in use has learned from', async () => {
    confirmedNew();
    const lacking = { ...SMALL, references: SMALL.references.slice(0, 20) };
    const { status, said } = await train({ decisions }, lacking);
    expect(status).toBe(1);
    expect(said).toContain('应学 60 条，本次只有 20 条');
    expect(said).toContain('qinggui corpus import');
    expect(await inUse()).toBeNull();
  });

  it('compares with what the model in use was learned from, and holds out what it has seen, too', async () => {
    confirmedNew();
    await train({ decisions });
    writeFileSync(
      decisions,
      decisionLines((at) => `第${at}次　${who(at)}应当到街道办领取登记表格，其作假挂上门前旗。`, {
        confirmed: ['P'],
      }),
    );
    const { said } = await train({ decisions });
    expect(said).toContain('现用模型：第 1 号');
    // The first 24 its recipe has, the others not.
    expect(said).toMatch(/D 信用信息共享公开\s+24\s+\d+\.\d → 100\.0\s+100\.0 → 100\.0/u);
    expect(said).toMatch(/P 失信惩戒措施\s+24\s+\d+\.\d → 100\.0\s+0\.0 → 100\.0/u);
    expect(said).toContain('已安装为第 2 号模型');
  });

  it('writes with --save-to the bytes of the same training, and touches no database', async () => {
    const path = join(folder, 'model.qgm');
    const { status, said } = await train({ saveTo: path });
    expect(status).toBe(0);
    expect(said).toContain('没有与现用模型比较');
    const expected = trainModel([...SMALL.written, ...SMALL.references]);
    expect(readFileSync(path).equals(expected)).toBe(true);
    await expect(runModels({ database })).rejects.toMatchObject({
      message: expect.stringContaining('找不到数据库'),
    });
  });

  it.each([
    ['{"text": "甲", "confirmed": ["D"]}\n{"text":', '第 2 行不是有效的 JSON'],
    ['{"text": "甲", "confirmed": ["X"]}', '第 1 行的 confirmed 不合要求'],
    ['{"text": " ", "confirmed": ["D"]}', '第 1 行的 text 不合要求'],
    ['{"text": "甲"}', '第 1 行没有写确认或排除了什么'],
    ['{"text": "甲", "confirmed": ["D"], "rejected": ["D"]}', '第 1 行对 D 既确认又排除'],
    ['[]', '第 1 行不是所要的 JSON 对象'],
  ])('refuses the file of decisions %j', async (content, message) => {
    writeFileSync(decisions, content);
    await expect(train({ decisions })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
  });
});

describe('the model in use', () => {
  it('is refused where it is damaged, and another version’s is passed over with a word', async () => {
    confirmedNew();
    await train({ decisions });
    await withStore(async (store) => {
      const { card } = await store.db.selectFrom('models').select('card').executeTakeFirstOrThrow();
      await store.db
        .updateTable('models')
        .set({ card: card.replace(/"features":"[^"]*"/u, '"features":"0"') })
        .execute();
      let said = '';
      const found = await modelInUse(store, {}, (words) => {
        said += words;
      });
      expect(found).toBeNull();
      expect(said).toContain('由其他版本的清规训练');
      await store.db
        .updateTable('models')
        .set({ card, bytes: Buffer.from('QGM1') })
        .execute();
      await expect(modelInUse(store)).rejects.toMatchObject({
        message: '数据库中的第 1 号模型已损坏，不能使用',
        advice: expect.stringContaining('qinggui models back'),
      });
    });
  });
});
