import { render } from 'preact';
import { LABELS } from '../../model/index.js';

render(<main>{LABELS.join()}</main>, document.getElementById('app')!);
