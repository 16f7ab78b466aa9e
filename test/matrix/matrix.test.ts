import { holdMatrix } from './cells.js';
import { FORMATS } from './formats.js';

holdMatrix(FORMATS);
