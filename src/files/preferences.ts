// s9-consent-preferences.js: the second layer; lends its Preact to “Your data”.
import 'virtual:s9/lends';
import { file as data } from 'virtual:s9/file/data';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { move } from '../browser/person/place.ts';
import type { CreateData } from '../ui/preferences/second-layer.tsx';
import { createSecondLayer } from '../worded/preferences.ts';

handOver((loadFile: LoadFile) => createSecondLayer(() => loadFile<CreateData>(data), move));
