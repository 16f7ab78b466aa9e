import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentView, PageView } from '../../api.js';
import type { Item } from '../state/changes.js';
import { ApiError, get } from '../state/client.js';
import { chosen, zoom } from '../state/document.js';
import { type Frame, framesOf } from './frames.js';
import { bring, drawnOf, showTarget } from './original.js';

/** The document as pictures of its pages, with frames around the evidence at any size. */
export const PicturePane = ({ view, items }: { view: DocumentView; items: readonly Item[] }) => {
  const frames = useMemo(() => framesOf(view, items), [view, items]);
  return (
    <div class="pictures">
      {view.pages.map((page) => (
        <PagePicture
          key={`${view.id}-${page}`}
          document={view.id}
          page={page}
          frames={frames.get(page) ?? []}
        />
      ))}
    </div>
  );
};

const A4 = { width: 595, height: 842 };

const PagePicture = ({
  document,
  page,
  frames,
}: {
  document: number;
  page: number;
  frames: readonly Frame[];
}) => {
  const ref = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  const [loaded, setLoaded] = useState<PageView | null>(null);
  const [problem, setProblem] = useState('');
  const first = frames[0]?.box.page;
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: '800px' },
    );
    watch.observe(ref.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!near || loaded) return;
    get<PageView>(`documents/${document}/pages/${page}`).then(setLoaded, (error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    });
  }, [near, loaded, document, page]);
  // Frames come with the page: the chosen one may be among them.
  useEffect(() => {
    if (!loaded || first === undefined) return;
    const target = chosen.peek();
    const drawn = drawnOf(target);
    showTarget(target, drawn[0] !== undefined && (ref.current?.contains(drawn[0]) ?? false));
  }, [loaded, first]);
  const { width, height } = loaded ?? A4;
  return (
    <figure
      ref={ref}
      class="picture"
      id={`picture-${page}`}
      style={{ width: `${zoom.value * 100}%`, aspectRatio: `${width} / ${height}` }}
    >
      {loaded?.image && (
        <img src={sized(loaded.image)} alt={`第 ${page} 页的图像（可切换到文字阅读）`} decoding="async" />
      )}
      {loaded && loaded.words.length > 0 && <Words view={loaded} />}
      {(problem || loaded?.reason) && <p class="picture-note">{problem || loaded?.reason}</p>}
      {loaded &&
        frames.map((frame) => (
          <FrameButton key={`${frame.target}${frame.box.x}${frame.box.y}`} frame={frame} page={loaded} />
        ))}
      <figcaption>第 {page} 页</figcaption>
    </figure>
  );
};

/** A picture as sharp as the screen shows it. */
const sized = (image: string): string => {
  const wanted = zoom.value * Math.min(devicePixelRatio, 2) * 800;
  const width = [800, 1_200, 1_800, 2_600].find((each) => each >= wanted) ?? 2_600;
  return `${image}${image.includes('?') ? '&' : '?'}width=${width}`;
};

const Words = ({ view: { width, height, words } }: { view: PageView }) => (
  <svg class="picture-words" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
    {words.map(({ text, box, size }) => (
      <text
        key={`${box.x} ${box.y}`}
        x={box.x}
        y={box.y + box.height * 0.85}
        font-size={size}
        textLength={box.width}
        lengthAdjust="spacingAndGlyphs"
      >
        {text}
      </text>
    ))}
  </svg>
);

const FrameButton = ({
  frame: { box, target, look, faint, words, depth },
  page,
}: {
  frame: Frame;
  page: PageView;
}) => {
  const part = (length: number, whole: number): string => `${(length / whole) * 100}%`;
  const grow = 2 + depth * 2.5;
  return (
    <button
      type="button"
      class={`frame frame-${look}${faint ? ' frame-faint' : ''}`}
      data-t={target}
      data-letter={look}
      title={words}
      aria-label={words}
      style={{
        left: part(box.x - grow, page.width),
        top: part(box.y - grow, page.height),
        width: part(box.width + grow * 2, page.width),
        height: part(box.height + grow * 2, page.height),
        '--depth': String(depth),
      }}
    />
  );
};

/** Shows the page on which a finding's evidence lies, drawn or not. */
export const showPictureOf = (item: Item | null): void => {
  if (!item || drawnOf(item.id).length > 0) return;
  const page = item.finding.evidence.flatMap(({ boxes }) => boxes)[0]?.page;
  if (page !== undefined) bring(document.getElementById(`picture-${page}`));
};
