/** Does what the first byte says: hangs, fills the heap or the memory beside it, ends itself, fails, is slow, answers. */
import { startWatch } from '../../../dist/pipeline/watch.js';

startWatch(Number(process.argv[2]));

const send = (message) => process.send(message);

process.on('disconnect', () => process.exit(0));
let read = 0;
process.on('message', ({ bytes }) => {
  const used = read++ > 0;
  switch (String.fromCharCode(bytes[0])) {
    case 'h':
      for (;;);
    case 'm': {
      const kept = [];
      for (;;) kept.push(new Array(100_000).fill({}));
    }
    case 'b': {
      const kept = [];
      for (;;) kept.push(new Uint8Array(10_000_000).fill(1));
    }
    case 'e':
      process.exit(3);
      break;
    case 'n':
      process.abort();
      break;
    case 'd':
      // Good in a fresh process, and broken in one that has read a file before.
      send(
        used
          ? { kind: 'crash', detail: 'the engine is broken' }
          : {
              kind: 'result',
              result: { format: 'txt', reason: { code: 'empty', message: 'fresh', advice: '' } },
              resident: 1,
            },
      );
      break;
    case 't':
      send({ kind: 'crash', detail: 'no such thing' });
      break;
    case 'w': {
      let left = 5;
      const timer = setInterval(() => {
        if (left-- > 0) return send({ kind: 'progress' });
        clearInterval(timer);
        answer('slowly');
      }, 1500);
      break;
    }
    case 'p':
      answer(String(process.pid));
      break;
    default:
      answer(String(bytes.length));
  }
});

const answer = (message) =>
  send({
    kind: 'result',
    result: { format: 'txt', reason: { code: 'no-text', message, advice: '' } },
    resident: 1,
  });
