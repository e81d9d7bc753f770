// s9-consent-rights.js: receipt, export, erasure; fetched only when one of them is asked for.
import { file as words } from 'virtual:s9/file/words';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import type { LoadWords } from '../locales/locale.ts';
import { rightsWith } from '../worded/rights.ts';

handOver((loadFile: LoadFile) =>
  rightsWith(async (range) => (await loadFile<LoadWords>(words))?.(range) ?? null),
);
