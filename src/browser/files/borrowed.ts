// What the file that runs right now has from the tag. Only the build imports it, in the place of what is lent.
// It may use nothing that is lent, not by a detour either: it comes before all that does.
import { runningScript } from './running.ts';

export const borrowed = (runningScript() as { lent(): unknown }).lent();
