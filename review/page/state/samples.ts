import { effect, signal, untracked } from '@preact/signals';
import type { ListedSample, SampleList } from '../../sample-api.js';
import { session } from './app.js';
import { ApiError, get } from './client.js';

/** The audit samples of the collection; null while they are not known. */
export const samples = signal<readonly ListedSample[] | null>(null);

/** Asks for them. Who may not answer them is told of none. */
export const loadSamples = async (): Promise<void> => {
  if (!session.peek()?.lane) {
    samples.value = [];
    return;
  }
  try {
    samples.value = (await get<SampleList>('samples')).samples;
  } catch (error) {
    // Whoever is kept out, or cut off, is told so by what they ask for next.
    if (!(error instanceof ApiError)) throw error;
  }
};

// Whoever comes in is told of their own.
effect(() => {
  if (session.value?.id) untracked(() => void loadSamples());
  else samples.value = null;
});

/** Up to where has to be answered for the next look at the result; null where all are. @param open first question that is not. */
export const nextLook = (
  { looks }: Pick<ListedSample, 'looks'>,
  open: number | null,
): { readonly look: number; readonly end: number } | null => {
  const at = open === null ? -1 : looks.findIndex((end) => end >= open);
  return at < 0 ? null : { look: at + 1, end: looks[at]! };
};

/** The same in words. */
export const nextLookWords = (
  sample: Pick<ListedSample, 'looks' | 'questions'>,
  open: number | null,
): string => {
  const next = nextLook(sample, open);
  if (!next) return '各条都已作答';
  return sample.looks.length === 1
    ? `全部 ${sample.questions} 条答完并交卷后，才能看结果`
    : `答到第 ${next.end} 条并交卷，即可看第 ${next.look} 次结果（共 ${sample.looks.length} 次）`;
};
