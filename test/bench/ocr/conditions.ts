import { blurred, faded, type Harm, inTurn, jpeg, noisy, shaded, skewed, speckled, turned } from './harm.js';
import type { Seal } from './seal.js';
import { CENTRED, type Face } from './typeset.js';

export interface Condition {
  readonly name: string;
  readonly kind: 'clean' | 'hard' | 'seal';
  readonly dpi: number;
  readonly harm?: Harm;
  /** Other fonts than the usual ones. */
  readonly faces?: readonly Face[];
  readonly seal?: Pick<Seal, 'colour' | 'cover'>;
}

const SCANNED = inTurn(skewed(0.8), blurred(0.6), noisy(8), jpeg(60));

export const CONDITIONS: readonly Condition[] = [
  { name: '150 dpi', kind: 'clean', dpi: 150 },
  { name: '200 dpi', kind: 'clean', dpi: 200 },
  { name: '300 dpi', kind: 'clean', dpi: 300 },
  { name: 'centred stops', kind: 'hard', dpi: 200, faces: CENTRED },
  { name: 'skew ±0.5°', kind: 'hard', dpi: 200, harm: skewed(0.5) },
  { name: 'skew ±1.5°', kind: 'hard', dpi: 200, harm: skewed(1.5) },
  { name: 'skew ±3°', kind: 'hard', dpi: 200, harm: skewed(3) },
  { name: 'turned 90°', kind: 'hard', dpi: 200, harm: turned(90) },
  { name: 'turned 180°', kind: 'hard', dpi: 200, harm: turned(180) },
  { name: 'turned 271°', kind: 'hard', dpi: 200, harm: turned(271) },
  { name: 'grain', kind: 'hard', dpi: 200, harm: noisy(35) },
  { name: 'speckles', kind: 'hard', dpi: 200, harm: speckled(0.01) },
  { name: 'blur', kind: 'hard', dpi: 200, harm: blurred(1.6) },
  { name: 'JPEG 20', kind: 'hard', dpi: 200, harm: jpeg(20) },
  { name: 'faded, shaded', kind: 'hard', dpi: 200, harm: inTurn(faded(130, 215), noisy(5), shaded(0.6)) },
  { name: 'scan, 150 dpi', kind: 'hard', dpi: 150, harm: SCANNED },
  { name: 'scan, 200 dpi', kind: 'hard', dpi: 200, harm: SCANNED },
  { name: 'red ink', kind: 'seal', dpi: 200, seal: { colour: '#d92b2b', cover: 0 } },
  { name: 'red ink, scan', kind: 'seal', dpi: 200, seal: { colour: '#e0303a', cover: 0 }, harm: SCANNED },
  {
    name: 'red, half covering, JPEG 75',
    kind: 'seal',
    dpi: 200,
    seal: { colour: '#e01818', cover: 0.5 },
    harm: jpeg(75),
  },
  {
    name: 'red ink, 300 dpi, JPEG 50',
    kind: 'seal',
    dpi: 300,
    seal: { colour: '#c8102e', cover: 0.2 },
    harm: jpeg(50),
  },
  { name: 'blue ink', kind: 'seal', dpi: 200, seal: { colour: '#2a4fb8', cover: 0 } },
];
