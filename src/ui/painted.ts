// When what has just been drawn is on screen.
import { own } from '../core/own.ts';

/** Settles after the next frame; on a page that nobody sees, once somebody does. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(own(document).documentElement as Element);
  });
