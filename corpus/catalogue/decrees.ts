/** A decree of the State Council that amended or repealed many regulations at once. */
export interface OmnibusDecree {
  readonly title: string;
  readonly date: string;
}

const AMENDS = '国务院关于修改部分行政法规的决定';
const REPEALS_AND_AMENDS = '国务院关于废止和修改部分行政法规的决定';
const AMENDS_AND_REPEALS = '国务院关于修改和废止部分行政法规的决定';

/** By 文号. Their number stands beside many titles and names none of them. */
export const OMNIBUS_DECREES: ReadonlyMap<string, OmnibusDecree> = new Map([
  ['国务院令第588号', { title: REPEALS_AND_AMENDS, date: '2011-01-08' }],
  ['国务院令第628号', { title: AMENDS_AND_REPEALS, date: '2012-11-09' }],
  ['国务院令第638号', { title: REPEALS_AND_AMENDS, date: '2013-07-18' }],
  ['国务院令第645号', { title: AMENDS, date: '2013-12-07' }],
  ['国务院令第648号', { title: REPEALS_AND_AMENDS, date: '2014-02-19' }],
  ['国务院令第653号', { title: AMENDS, date: '2014-07-29' }],
  ['国务院令第666号', { title: AMENDS, date: '2016-02-06' }],
  ['国务院令第676号', { title: AMENDS_AND_REPEALS, date: '2017-03-01' }],
  ['国务院令第687号', { title: AMENDS, date: '2017-10-07' }],
  ['国务院令第698号', { title: AMENDS_AND_REPEALS, date: '2018-03-19' }],
  ['国务院令第703号', { title: AMENDS, date: '2018-09-18' }],
  ['国务院令第709号', { title: AMENDS, date: '2019-03-02' }],
  ['国务院令第714号', { title: AMENDS, date: '2019-04-23' }],
  ['国务院令第726号', { title: AMENDS_AND_REPEALS, date: '2020-03-27' }],
  ['国务院令第732号', { title: AMENDS_AND_REPEALS, date: '2020-11-29' }],
  ['国务院令第752号', { title: AMENDS_AND_REPEALS, date: '2022-03-29' }],
  ['国务院令第764号', { title: AMENDS_AND_REPEALS, date: '2023-07-20' }],
  ['国务院令第777号', { title: AMENDS_AND_REPEALS, date: '2024-03-10' }],
  ['国务院令第797号', { title: AMENDS_AND_REPEALS, date: '2024-12-06' }],
]);
