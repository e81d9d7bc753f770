// `s9-consent-panel.js`: hands everything but the first layer to the file that asked for it.
import { dataIntegrity } from 'virtual:s9/data';
import type { CreateData } from './data.tsx';
import type { Lent } from './kit.ts';
import { panelWith } from './panel.tsx';

const script = document.currentScript as HTMLScriptElement & {
  readonly given: Lent;
  take(part: unknown): void;
};
const { given } = script;

script.take(
  panelWith(() => given.loadPart<CreateData>('s9-consent-data.js', dataIntegrity, given)),
);
