import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Breach, BreachPlace, RuleInfo } from '../../model/index.js';
import type { CheckedFile, CheckReport } from './report.js';
import { SourceLines } from './source-lines.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** A value of JSON. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * SARIF 2.1.0 (OASIS): every rule that ran is declared, so that "ran, found nothing" can be seen; results have
 * fingerprints that hold when articles are moved; what a person has set aside is suppressed with its reason.
 */
export const checkSarif = ({ version, rules, files }: CheckReport): Json => ({
  $schema: SCHEMA,
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'qinggui',
          fullName: '清规：失信约束措施规则检查',
          version,
          rules: rules.map(ruleOf),
        },
      },
      columnKind: 'utf16CodeUnits',
      artifacts: files.map(({ path, hash }) => ({
        location: { uri: uriOf(path) },
        ...(hash && { hashes: { 'sha-256': hash } }),
      })),
      invocations: [
        {
          executionSuccessful: files.every(({ reason }) => reason === null),
          toolExecutionNotifications: files.flatMap(unreadNotice),
        },
      ],
      results: files.flatMap((file, index) => resultsOf(file, index, rules)),
    },
  ],
});

const ruleOf = ({ id, article, title, looksAt, severity, suggestion }: RuleInfo): Json => ({
  id,
  name: title,
  shortDescription: { text: title },
  fullDescription: { text: `${title}（${article}）` },
  help: { text: suggestion },
  defaultConfiguration: { level: severity },
  properties: { article, looksAt },
});

const unreadNotice = ({ path, reason }: CheckedFile, index: number): Json[] =>
  reason
    ? [
        {
          level: 'error',
          message: { text: `${reason.message}。${reason.advice}` },
          descriptor: { id: reason.code },
          locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path), index } } }],
        },
      ]
    : [];

const resultsOf = (file: CheckedFile, index: number, rules: readonly RuleInfo[]): Json[] => {
  const places = new Places(file, index);
  const ruleIndex = new Map(rules.map(({ id }, at) => [id, at]));
  const seen = new Map<string, number>();
  return file.documents.flatMap(({ name, breaches }) =>
    (breaches ?? []).map((breach): Json => {
      const alike = `${name}\n${breach.rule}\n${breach.context.text.replace(/\s+/gu, '')}\n${breach.evidence}`;
      const times = seen.get(alike) ?? 0;
      seen.set(alike, times + 1);
      return {
        ruleId: breach.rule,
        ruleIndex: ruleIndex.get(breach.rule) ?? -1,
        level: breach.severity,
        message: { text: messageOf(breach) },
        locations: [places.locationOf(breach, name)],
        ...(breach.also?.length && {
          relatedLocations: breach.also.map((also) => places.locationOf(also, name)),
        }),
        partialFingerprints: { 'qinggui/v1': fingerprint(`${alike}\n${times}`) },
        // Where nothing is suppressed an empty array says so for every result of the run.
        suppressions: breach.suppression
          ? [{ kind: 'external', status: 'accepted', justification: breach.suppression.reason }]
          : [],
        properties: { article: breach.article, sourcePlace: breach.sourcePlace, evidence: breach.evidence },
      };
    }),
  );
};

const messageOf = ({ place, message, evidence, article, suggestion }: Breach): string =>
  `${place && `${place}：`}${message}。原文：“${evidence.replace(/\s+/gu, ' ')}”。依据：${article}。建议：${suggestion}。`;

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Where breaches of one file stand. */
class Places {
  readonly #file: CheckedFile;
  readonly #index: number;
  readonly #lines: SourceLines | null;

  constructor(file: CheckedFile, index: number) {
    this.#file = file;
    this.#index = index;
    this.#lines = file.sourceText === null ? null : new SourceLines(file.sourceText);
  }

  /** A region only where the format has a source text to count in; else the place in words is the location. */
  locationOf({ place, sourcePlace, sourceSpan }: BreachPlace, document: string): Json {
    return {
      physicalLocation: {
        artifactLocation: { uri: uriOf(this.#file.path), index: this.#index },
        ...(this.#lines && sourceSpan && { region: { ...this.#lines.regionOf(sourceSpan) } }),
      },
      logicalLocations: [
        {
          name: place || sourcePlace || document,
          fullyQualifiedName: `${document}${place ? ` ${place}` : ''}${sourcePlace ? `（${sourcePlace}）` : ''}`,
          kind: 'provision',
        },
      ],
    };
  }
}

/** A path as given, as a URI: relative ones stay relative. */
const uriOf = (path: string): string =>
  isAbsolute(path)
    ? pathToFileURL(path).href
    : path.replace(/\\/gu, '/').split('/').map(encodeURIComponent).join('/');
