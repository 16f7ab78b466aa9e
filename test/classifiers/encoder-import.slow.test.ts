import { expect, it } from 'vitest';

/** The native libraries in this process. */
const loaded = (): string => {
  const report = process.report.getReport() as { readonly sharedObjects: readonly string[] };
  return report.sharedObjects.join('\n');
};

it('classifiers load neither the optional library nor the runtime of models', async () => {
  const { openEncoder, similarByPairs } = await import('../../classifiers/index.js');
  expect(openEncoder).toBeInstanceOf(Function);
  await similarByPairs(['失信']).nearest('失信', 1);
  // The library itself loads the runtime at once, so that where this is absent, that is, too.
  expect(loaded()).not.toMatch(/onnxruntime/u);
  await import('onnxruntime-node');
  expect(loaded()).toMatch(/onnxruntime/u);
});
