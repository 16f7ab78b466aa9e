import { holdMatrix } from './cells.js';
import { PICTURES } from './formats.js';

holdMatrix(PICTURES);
