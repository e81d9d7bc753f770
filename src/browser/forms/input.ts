// What a withdrawal came by, as far as the browser itself vouches for it.
import { inputOf } from '../../core/ask/press.ts';
import type { InputMeans } from '../../core/choice/choice.ts';

/** So old is a press whose file took as long as a file may. */
const MAX_AGE_MS = 10_000;

/** Of what is no event, no person's press, or an old one: `script`. */
export function inputBy(press: unknown): InputMeans {
  try {
    // The browser's own getter throws for what only looks like an event; `isTrusted` of one cannot be changed.
    const detail: number = Reflect.get(UIEvent.prototype, 'detail', press);
    const { isTrusted, timeStamp } = press as UIEvent;
    return performance.now() - timeStamp < MAX_AGE_MS ? inputOf({ isTrusted, detail }) : 'script';
  } catch {
    return 'script';
  }
}
