import type { Breach } from '../../model/index.js';

/** Further places that are named. */
const MOST_PLACES = 12;

/** 第八条、第九条…: the further places of which the same is said, each once; '' where there are none. */
export const furtherPlaces = ({ also = [] }: Breach): string => {
  const named = [...new Set(also.map(({ place, sourcePlace }) => place || sourcePlace))];
  const rest = named.length - MOST_PLACES;
  return `${named.slice(0, MOST_PLACES).join('、')}${rest > 0 ? `等${named.length}处` : ''}`;
};
