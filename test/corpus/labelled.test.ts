import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const FOLDER = fileURLToPath(new URL('../../corpus/labelled/written/', import.meta.url));
const LABELS = ['D', 'B', 'P', 'Q', 'R'] as const;

const provision = z.strictObject({
  id: z.string().regex(/^w[a-d]-\d{3}-\d{2}$/),
  document: z.string().regex(/^w[a-d]-\d{3}$/),
  title: z.string().min(4),
  field: z.string().min(2),
  level: z.enum([
    'law',
    'administrative-regulation',
    'local-regulation',
    'departmental-rule',
    'local-government-rule',
    'normative-document',
    'judicial-interpretation',
    'other',
  ]),
  kind: z.enum(['article', 'heading', 'text', 'row']),
  path: z.array(z.string()),
  text: z.string().min(10).max(1000),
  labels: z.array(z.enum(LABELS)),
  second: z.array(z.enum(LABELS)).optional(),
  hard: z.literal(true).optional(),
});

const files = readdirSync(FOLDER).sort();
const lines = files.flatMap((file) =>
  readFileSync(FOLDER + file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ file, row: JSON.parse(line) as unknown })),
);

describe('the provisions written for training', () => {
  const rows = lines.map(({ file, row }) => ({ file, row: provision.parse(row) }));

  it('are at least 1,500, each with an id and a text of its own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1500);
    expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ row }) => row.text)).size).toBe(rows.length);
  });

  it('stand in documents, whose provisions lie in one file and bear the document’s id', () => {
    const places = new Map<string, string>();
    for (const { file, row } of rows) {
      expect(row.id.startsWith(`${row.document}-`), row.id).toBe(true);
      expect(places.get(row.document) ?? file, row.id).toBe(file);
      places.set(row.document, file);
    }
  });

  it('name their labels once each, in the order of the codebook', () => {
    const inOrder = (labels: readonly string[]): readonly string[] =>
      LABELS.filter((label) => labels.includes(label));
    for (const { row } of rows) {
      expect(row.labels, row.id).toEqual(inOrder(row.labels));
      if (row.second) expect(row.second, row.id).toEqual(inOrder(row.second));
    }
  });

  it('hold every label and many provisions without any', () => {
    for (const label of LABELS)
      expect(rows.filter(({ row }) => row.labels.includes(label)).length, label).toBeGreaterThan(150);
    expect(rows.filter(({ row }) => row.labels.length === 0).length).toBeGreaterThan(600);
  });

  it('have no identity number, telephone number or address of the net', () => {
    for (const { row } of rows)
      expect(row.text, row.id).not.toMatch(/\d{11}|\d{17}[\dXx]|https?:|www\.|@[a-z]/u);
  });
});
