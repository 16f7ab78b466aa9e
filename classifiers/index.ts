export { classifyByCues } from './by-cues.js';
export { CLASSIFIER_VERSION, classify, classifyDocument } from './classify.js';
export { compactForm, originalSpan, withOffsets } from './compact.js';
export type { ClassifierInput } from './cue-reading.js';
export { BAD_CREDIT, CREDIT_STANDING, CREDIT_STORE, gap, NEGATIVE_LIST } from './cues/vocabulary.js';
export { type Encoder, openEncoder } from './encoder/encoder.js';
export type { Neighbour } from './encoder/nearest.js';
export { seeTexts } from './encoder/see.js';
export { type SimilarIndex, similarByEncoder, similarByPairs } from './encoder/similar.js';
export { judgeByCharacters, judgeByKeywords, type Said } from './evaluation/baselines.js';
export { type Calibration, calibrationOf } from './evaluation/calibration.js';
export { type Change, type ChangeKind, changesBetween } from './evaluation/compare.js';
export { type Confusion, confusionOf } from './evaluation/confusion.js';
export { figuresByGroup, type GroupFigures } from './evaluation/grouped.js';
export { type Merged, mergeWithKnown } from './evaluation/merge.js';
export { type Figures, figuresOf, type Judged, type LabelFigures } from './evaluation/metrics.js';
export {
  type BothWays,
  compareRecipes,
  type HowToCompare,
  type LabelBothWays,
  type Reached,
  type SetBothWays,
} from './evaluation/recipes.js';
export { mistakes, type Setback, setbacksOf, TOLERANCE } from './evaluation/setbacks.js';
export {
  type Judge,
  judgeAlone,
  judgeInDocument,
  judgeUnseen,
  judgeWithPath,
  type Unseen,
} from './evaluation/unseen.js';
export { FEATURE_GROUPS, type FeatureGroup } from './features/groups.js';
export { KINDS_VERSION, kindsOf } from './kinds/kinds.js';
export type { EncoderPart, LearnedModel, ModelCard } from './learned/model.js';
export { decodeModel, encodeModel, UnfitModel } from './learned/model-file.js';
export { shippedModel } from './learned/shipped.js';
export { CUES, type CueInfo, cueMeaning } from './meaning.js';
export { type Example, examplesOf, inputOf, type SeenText } from './training/examples.js';
export { foldsByGroup } from './training/folds.js';
export { SEED, trainModel } from './training/train.js';
