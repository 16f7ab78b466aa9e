import { COLOURS, type Drawing } from './drawing.js';
import { portableSvg } from './portable-svg.js';

type Library = typeof import('./library.js');
let library: Promise<Library> | undefined;

/**
 * The chart as an SVG text: the same drawing gives the same text, in every process.
 *
 * @param ground white, since the colours are made for it; transparent where what lies behind is to be seen.
 */
export const draw = async (
  { title, words, width, height, option }: Drawing,
  ground: string = COLOURS.ground,
): Promise<string> => {
  // Loaded by the first chart, since it is large and most commands draw none.
  library ??= import('./library.js');
  const { init } = await library;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      ...option,
      animation: false,
      backgroundColor: ground,
      series: [option.series ?? []]
        .flat()
        .map((series) => ({ ...series, silent: true, emphasis: { disabled: true } })),
    });
    return portableSvg(chart.renderToSVGString(), { title, words });
  } finally {
    chart.dispose();
  }
};
