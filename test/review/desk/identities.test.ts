import { describe, expect, it } from 'vitest';
import { Identities } from '../../../review/desk/identities.js';

type Known = ConstructorParameters<typeof Identities>[0][number];

const known = (id: number, more: Partial<Known>): Known => ({
  id,
  source: '汇编.docx',
  hash: 'h1',
  part: 0,
  title: '',
  present: 1,
  ...more,
});

const FIRST = known(1, { title: '甲办法' });
const SECOND = known(2, { title: '乙办法', part: 1 });

/** The numbers that the files of a scan get, in order. */
const claimed = (
  before: readonly Known[],
  files: readonly { source: string; hash: string; titles: (string | null)[] }[],
) => {
  const identities = new Identities(before);
  for (const file of files) identities.claimContent(file, file.titles);
  return {
    ids: files.map((file) => identities.idsOf(file, file.titles)),
    gone: identities.unclaimed(),
  };
};

describe('a document of a scan', () => {
  it.each([
    ['the same', ['甲办法', '乙办法'], [1, 2], []],
    ['parted anew by another version', ['甲办法', '丙办法', '乙办法'], [1, null, 2], []],
    ['of which a title was corrected before', ['甲办去', '乙办法'], [1, 2], []],
    ['of which one is not told apart any more', ['乙办法'], [2], [1]],
  ])('of one content is %s', (_, titles, ids, gone) => {
    const file = { source: '汇编.docx', hash: 'h1', titles };
    expect(claimed([FIRST, SECOND], [file])).toEqual({ ids: [ids], gone });
  });

  it('is known when two files have changed places', () => {
    const before = [known(1, { source: 'a', hash: 'h1' }), known(2, { source: 'b', hash: 'h2' })];
    const files = [
      { source: 'a', hash: 'h2', titles: [''] },
      { source: 'b', hash: 'h1', titles: [''] },
    ];
    expect(claimed(before, files).ids).toEqual([[2], [1]]);
  });

  it.each([
    ['could not be read and now can', -1, ['甲办法']],
    ['could be read and now can not', 0, [null]],
  ])('is known in a file that %s', (_, part, titles) => {
    const file = { source: '汇编.docx', hash: 'h2', titles };
    expect(claimed([known(7, { part })], [file])).toEqual({ ids: [[7]], gone: [] });
  });
});
