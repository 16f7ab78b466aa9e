import { useEffect, useState } from 'preact/hooks';
import { notice } from '../state/app.js';

/** The last message, also read out by screen readers. */
export const Notice = () => {
  const { words, bad, count } = notice.value;
  const [gone, setGone] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setGone(count), bad ? 12_000 : 5_000);
    return () => clearTimeout(timer);
  }, [count, bad]);
  return (
    <div class={`notice${bad ? ' notice-bad' : ''}${gone === count ? ' notice-gone' : ''}`} role="status">
      {words}
    </div>
  );
};
