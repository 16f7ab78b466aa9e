/** What a whole scan is held against: every content of a folder read and extracted, one after the other. */
import { contentsOf } from './folders.js';
import { StageTimes } from './stages.js';

const times = new StageTimes();
for (const bytes of contentsOf(process.argv[2]!)) await times.extract(bytes);
