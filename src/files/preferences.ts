// s9-consent-preferences.js: the second layer; lends its Preact to “Your data”.
import { file as data } from 'virtual:s9/file/data';
import { render } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import type { LoadFile } from '../browser/files/file-loader.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { move } from '../browser/person/place.ts';
import type { CreateData } from '../ui/preferences/second-layer.tsx';
import { createSecondLayer } from '../worded/preferences.ts';

const lent = { render, Fragment, jsx, jsxs };

handOver((loadFile: LoadFile) =>
  createSecondLayer(() => loadFile<CreateData>(data, { lent }), move),
);
