// s9-consent-cover.js: what few placeholders need; fetched for the first that does.
import { handOver } from '../browser/files/hand-over.ts';
import { layOver } from '../browser/held/cover.ts';
import { openDialog } from '../browser/held/dialog.ts';
import { pictureOf } from '../browser/held/picture.ts';

handOver(() => ({ layOver, openDialog, pictureOf }));
