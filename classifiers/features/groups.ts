/**
 * What the model looks at, in groups that can be left out one by one. Within a group each feature counts once a text;
 * a text's features share the group's length, so that a long article does not shout down a short one. Of cues each
 * counts in full: a second one takes nothing from the first.
 */
export type FeatureGroup = 'chars' | 'words' | 'cues' | 'path' | 'kind' | 'place' | 'neighbours';

interface GroupShare {
  readonly name: FeatureGroup;
  readonly weight: number;
  /** Whether the weight is the length of the whole group or of each feature. */
  readonly shared: boolean;
}

/** In the order in which they are read. */
export const FEATURE_GROUPS: readonly GroupShare[] = [
  { name: 'chars', weight: 1, shared: true },
  { name: 'words', weight: 0.7, shared: true },
  { name: 'cues', weight: 0.4, shared: false },
  { name: 'path', weight: 0.3, shared: true },
  { name: 'kind', weight: 0.15, shared: false },
  { name: 'place', weight: 0.1, shared: false },
  { name: 'neighbours', weight: 0.15, shared: false },
];

/** The group's place in FEATURE_GROUPS. */
export const groupIndex = (name: FeatureGroup): number =>
  FEATURE_GROUPS.findIndex((group) => group.name === name);

/** How much one feature counts in a text in which its group has `count` of them. */
export const featureValue = (group: number, count: number): number => {
  const { weight, shared } = FEATURE_GROUPS[group]!;
  return shared ? weight / Math.sqrt(count) : weight;
};
