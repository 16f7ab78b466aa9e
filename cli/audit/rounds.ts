import { followedItems } from '../../audit/index.js';
import { type FollowedItem, UsageError } from '../../model/index.js';
import { keepEveryCommit, repliesOf, roundsOf, type Store } from '../../store/index.js';
import { collectionOf, outputFolder } from '../collection.js';
import { type DatabaseOptions, withExistingStore } from '../learn/database.js';

/** Does some work with every item of what was compared before. @throws UsageError where nothing was. */
export const withRounds = <T>(
  options: DatabaseOptions,
  work: (store: Store, collection: string, items: readonly FollowedItem[]) => Promise<T>,
): Promise<T> =>
  withExistingStore(options, async (store) => {
    const collection = collectionOf(store, options, await outputFolder(options.output));
    const rounds = await roundsOf(store, collection);
    if (rounds.length === 0)
      throw new UsageError('还没有核对过台账', '请先运行 qinggui audit <台账...> --against <目录>');
    await keepEveryCommit(store);
    return work(store, collection, followedItems(rounds, await repliesOf(store, collection)));
  });
