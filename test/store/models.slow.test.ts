import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addJudgements,
  beginScan,
  bytesOfModel,
  currentModel,
  findKept,
  finishScan,
  installModel,
  type Judgement,
  judgedTexts,
  lastJudgement,
  type NewModel,
  openStore,
  pack,
  placeOf,
  recordFiles,
  type Store,
  settledTexts,
  stepBack,
  storedModels,
  useModel,
} from '../../store/index.js';
import { DIALECTS, freshDatabases } from './databases.js';

const { fresh } = freshDatabases();

const AT = '2026-03-01T00:00:00.000Z';
const model = (fingerprint: string, more: Partial<NewModel> = {}): NewModel => ({
  fingerprint,
  madeAt: AT,
  note: '试用',
  bytes: new Uint8Array([81, 71, 77, 49, 0, 255]),
  card: { provisions: { written: 3, 判断: 1 } },
  figures: { D: 0.95 },
  basedOn: '出厂',
  judgements: 0,
  ...more,
});

const judgement = (mark: string, more: Partial<Judgement> = {}): Judgement => ({
  mark,
  text: `条款${mark}`,
  path: ['某办法', '第二章'],
  kind: 'article',
  place: 0.5,
  confirmed: [],
  rejected: [],
  who: '甲',
  at: AT,
  source: '一.docx',
  ...more,
});

describe.each(DIALECTS)('models and judgements on %s', (dialect) => {
  let store: Store;
  let target: string;
  beforeEach(async ({ skip }) => {
    const made = await fresh(dialect);
    if (made === null) return skip('PostgreSQL does not start here');
    target = made;
    store = await openStore(target);
  });
  afterEach(async () => {
    await store?.close();
  });
  const inUse = async (): Promise<string | null> => (await currentModel(store))?.fingerprint ?? null;

  it('has none in use until one is installed, and keeps it as it was given', async () => {
    expect(await currentModel(store)).toBeNull();
    expect(await stepBack(store)).toBe(false);
    const id = await installModel(store, model('a', { judgements: 7 }));
    await store.close();
    store = await openStore(target);
    const { bytes, ...rest } = model('a', { judgements: 7 });
    expect(await currentModel(store)).toEqual({ id, ...rest });
    expect(Buffer.from(await bytesOfModel(store, id)).equals(bytes)).toBe(true);
    expect(await storedModels(store)).toEqual([{ id, ...rest }]);
  });

  it('loses nothing where the change of the schema runs once more', async () => {
    await installModel(store, model('a'));
    await addJudgements(store, [judgement('1', { confirmed: ['D'] })]);
    await sql`delete from kysely_migration where name >= '003-models-judgements'`.execute(store.db);
    await store.close();
    store = await openStore(target);
    expect([await inUse(), await lastJudgement(store)]).toEqual(['a', 1]);
  });

  it('goes back step by step, through what was used in between, to the one that comes with the program', async () => {
    const a = await installModel(store, model('a'));
    await installModel(store, model('b'));
    await useModel(store, a, AT);
    await useModel(store, null, AT);
    const seen = [await inUse()];
    while (await stepBack(store)) seen.push(await inUse());
    expect(seen).toEqual([null, 'a', 'b', 'a', null]);
    expect(await stepBack(store)).toBe(false);
    expect((await storedModels(store)).map(({ fingerprint }) => fingerprint)).toEqual(['b', 'a']);
  });

  it('goes back, after a step back and a new install, to what was in use at that install', async () => {
    await installModel(store, model('a'));
    await installModel(store, model('b'));
    await stepBack(store);
    await installModel(store, model('c'));
    expect(await inUse()).toBe('c');
    await stepBack(store);
    expect(await inUse()).toBe('a');
  });

  it('does not use a model that is not there', async () => {
    await installModel(store, model('a'));
    expect(await useModel(store, 99, AT)).toBe(false);
    expect(await inUse()).toBe('a');
  });

  it('lets the newest word on each label of a text count', async () => {
    const added = await addJudgements(store, [
      judgement('1', { confirmed: ['D', 'P'] }),
      judgement('2', { rejected: ['P'] }),
      judgement('1', { confirmed: ['B'], rejected: ['P'], text: '条款1 ', source: null, path: null }),
    ]);
    expect(added).toBe(3);
    expect(await lastJudgement(store)).toBe(3);
    expect(await judgedTexts(store)).toEqual([
      {
        mark: '1',
        text: '条款1 ',
        path: null,
        kind: 'article',
        place: 0.5,
        source: null,
        confirmed: ['D', 'B'],
        rejected: ['P'],
      },
      expect.objectContaining({ mark: '2', confirmed: [], path: ['某办法', '第二章'] }),
    ]);
    expect((await judgedTexts(store, 1)).map(({ confirmed }) => confirmed)).toEqual([['D', 'P']]);
    expect(await judgedTexts(store, 0)).toEqual([]);
  });

  it('adds nothing that says only what already counts', async () => {
    const some = [judgement('1', { confirmed: ['D'] }), judgement('2', { rejected: ['P'] })];
    expect(await addJudgements(store, some)).toBe(2);
    expect(await addJudgements(store, some)).toBe(0);
    expect(await addJudgements(store, [judgement('1', { rejected: ['D'] })])).toBe(1);
    expect(await addJudgements(store, [judgement('1', { confirmed: ['D'] })])).toBe(1);
    expect(await addJudgements(store, [judgement('2', { confirmed: ['R'], rejected: ['P'] })])).toBe(1);
  });

  it('takes more judgements at once than one statement holds', async () => {
    const many = Array.from({ length: 1_201 }, (_, i) => judgement(String(i), { confirmed: ['D'] }));
    expect(await addJudgements(store, many)).toBe(1_201);
    expect(await judgedTexts(store)).toHaveLength(1_201);
  });

  it('keeps the analyses of both models while a kept scan reports on each', async () => {
    const scanUnder = async (analysis: string): Promise<void> => {
      const scan = await beginScan(store, '.', analysis);
      const kept = await findKept(store, 'h', { manuscript: '1', analysis });
      await recordFiles(
        store,
        scan,
        [
          {
            position: placeOf(0),
            source: 'a.txt',
            bytes: 1,
            hash: 'h',
            format: 'txt',
            status: 'read',
            reused: false,
          },
        ],
        {
          hash: 'h',
          manuscript: { version: '1', format: 'txt', data: pack('') },
          ...(!kept?.analysed && {
            analysis: { version: analysis, data: pack(analysis), flagged: pack('') },
          }),
        },
      );
      await finishScan(store, '.', scan);
    };
    const isKept = async (analysis: string): Promise<boolean> =>
      (await findKept(store, 'h', { manuscript: '1', analysis }))?.analysed ?? false;
    await scanUnder('model-a');
    await scanUnder('model-b');
    expect([await isKept('model-a'), await isKept('model-b')]).toEqual([true, true]);
    await scanUnder('model-b');
    await scanUnder('model-b');
    expect([await isKept('model-a'), await isKept('model-b')]).toEqual([false, true]);
  });
});

describe('what counts of judgements', () => {
  const labels = fc.subarray(['D', 'B', 'P', 'Q', 'R'] as const);
  const anyJudgement = fc
    .record({ mark: fc.constantFrom('1', '2', '3'), confirmed: labels, rejected: labels })
    .map(({ mark, confirmed, rejected }) => judgement(mark, { confirmed, rejected }));

  it('does not depend on the order in which different texts came', () => {
    fc.assert(
      fc.property(fc.array(anyJudgement, { maxLength: 12 }), (some) => {
        const byText = ['3', '1', '2'].flatMap((mark) => some.filter((each) => each.mark === mark));
        expect(settledTexts(byText)).toEqual(settledTexts(some));
      }),
    );
  });

  it('is the same when everything is said again in the same order', () => {
    fc.assert(
      fc.property(fc.array(anyJudgement, { maxLength: 12 }), (some) => {
        expect(settledTexts([...some, ...some])).toEqual(settledTexts(some));
      }),
    );
  });
});
