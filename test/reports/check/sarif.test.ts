import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkSarif } from '../../../reports/index.js';
import { breach } from '../samples.js';
import { checked, found, report, SOURCE, setAside, unread } from './report.js';

const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);
const artifactLocation = z.strictObject({
  // RFC 3986: nothing but URI characters.
  uri: z.string().regex(/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/),
  index: z.int().nonnegative().optional(),
});
const region = z.strictObject({
  startLine: z.int().positive(),
  startColumn: z.int().positive(),
  endLine: z.int().positive(),
  endColumn: z.int().positive(),
  charOffset: z.int().nonnegative(),
  charLength: z.int().nonnegative(),
});
const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }),
  logicalLocations: z
    .array(z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() }))
    .optional(),
});

/**
 * The part of the SARIF 2.1.0 schema that the report uses (sarif-schema-2.1.0.json: required members, enumerations,
 * types, additionalProperties: false), written down since tests have no network.
 */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          fullName: z.string(),
          version: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: z.strictObject({ level }),
              properties: z.record(z.string(), z.unknown()),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      artifacts: z.array(
        z.strictObject({
          location: artifactLocation,
          hashes: z.record(z.string(), z.string()).optional(),
        }),
      ),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({
              level,
              message,
              descriptor: z.strictObject({ id: z.string() }),
              locations: z.array(location),
            }),
          ),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(-1),
          level,
          message,
          locations: z.array(location).min(1),
          relatedLocations: z.array(location).optional(),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z.array(
            z.strictObject({
              kind: z.enum(['inSource', 'external']),
              status: z.enum(['accepted', 'underReview', 'rejected']),
              justification: z.string().min(1),
            }),
          ),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ),
});

const runOf = (...files: Parameters<typeof report>) => sarif.parse(checkSarif(report(...files))).runs[0]!;
const withBreaches = (...breaches: (typeof found)[]) =>
  checked({ documents: [{ name: '《清水市供水管理办法》', level: '规范性文件', breaches }] });

describe('the findings as SARIF', () => {
  it('declare every rule that ran, found or not', () => {
    const run = runOf(withBreaches());
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(['49-5-channel', '49-12-repair-fee']);
    expect(run.results).toEqual([]);
  });

  it('stand at line, column and offset of the source text', () => {
    const [result] = runOf(checked()).results;
    const { region: at, artifactLocation: file } = result!.locations[0]!.physicalLocation;
    expect(file.uri).toBe('%E8%8D%89%E6%A1%88/%E4%BE%9B%E6%B0%B4%20%E5%8A%9E%E6%B3%95.txt');
    expect(at).toMatchObject({ startLine: 2, endLine: 2, charLength: 7 });
    const line = SOURCE.split('\n')[1]!;
    expect(line.slice(at!.startColumn - 1, at!.endColumn - 1)).toBe('在小区公告栏公');
    expect(SOURCE.slice(at!.charOffset, at!.charOffset + at!.charLength)).toBe('在小区公告栏公');
  });

  it('stand at the place in words where the format has no source text', () => {
    const [result] = runOf(checked({ format: 'docx', sourceText: null })).results;
    expect(result!.locations[0]!.physicalLocation.region).toBeUndefined();
    expect(result!.locations[0]!.logicalLocations![0]).toEqual({
      name: '第一条',
      fullyQualifiedName: '《清水市供水管理办法》 第一条（第2段）',
      kind: 'provision',
    });
  });

  it('keep their fingerprint where the article moves, and tell the same words at two places apart', () => {
    const moved = breach({ ...found, place: '第七条', sourcePlace: '第20段' });
    const print = (...breaches: (typeof found)[]) =>
      runOf(withBreaches(...breaches)).results.map((result) => result.partialFingerprints['qinggui/v1']);
    expect(print(moved)).toEqual(print(found));
    expect(new Set(print(found, moved)).size).toBe(2);
  });

  it('are suppressed with the reason of a person', () => {
    const [open, aside] = runOf(withBreaches(found, setAside)).results;
    expect(open!.suppressions).toEqual([]);
    expect(aside!.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: setAside.suppression!.reason },
    ]);
    expect(aside!.ruleIndex).toBe(1);
  });

  it('name further places as related locations', () => {
    const [result] = runOf(withBreaches(breach({ ...found, also: [{ ...found, place: '第五条' }] }))).results;
    expect(result!.relatedLocations![0]!.logicalLocations![0]!.name).toBe('第五条');
  });

  it('say of a file that was not read why', () => {
    const run = runOf(checked(), unread);
    expect(run.invocations[0]!.executionSuccessful).toBe(false);
    const [notice] = run.invocations[0]!.toolExecutionNotifications;
    expect(notice!.message.text).toMatch(/^文件已加密/);
    expect(notice!.locations[0]!.physicalLocation.artifactLocation.index).toBe(1);
  });
});
