import { draw } from './draw.js';
import type { BasisFigures, DisposalFigures, FlagFigures, KindFigures, ProgressFigures } from './figures.js';
import { flagsDrawing } from './flags.js';
import { basisDrawing, disposalDrawing, kindsDrawing, progressDrawing } from './ledger-charts.js';

/** Each gives an SVG text, 720 CSS pixels wide (the years' chart wider where there are many); 暂无数据 for figures without anything. */

/** Labels by year of issue. */
export const flagsChart = (figures: FlagFigures): Promise<string> => draw(flagsDrawing(figures));

/** Provisions by kind of measure. */
export const kindsChart = (figures: KindFigures): Promise<string> => draw(kindsDrawing(figures));

/** Rows by the answers to both questions on basis. */
export const basisChart = (figures: BasisFigures): Promise<string> => draw(basisDrawing(figures));

/** Rows by 处置方式. */
export const disposalChart = (figures: DisposalFigures): Promise<string> => draw(disposalDrawing(figures));

/** How far people are with the rows and with the files that could not be read. */
export const progressChart = (figures: ProgressFigures): Promise<string> => draw(progressDrawing(figures));
