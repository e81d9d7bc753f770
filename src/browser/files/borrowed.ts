// What the file that runs right now has from the tag. Only the build imports it, in the place of what is lent.
import { runningScript } from './running.ts';

export const borrowed = (runningScript() as { lent(): unknown }).lent();
