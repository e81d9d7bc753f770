// `s9-consent-ui.js`: hands the first layer to the script tag, and lends its Preact to the panel.
import { panelIntegrity } from 'virtual:s9/panel';
import { Fragment } from 'preact';
import { jsx, jsxs } from 'preact/jsx-runtime';
import type { Ask, AskHost } from '../core/ports.ts';
import { createAsk } from './ask.tsx';
import type { Lent, LoadPart, Panel } from './kit.ts';

type CreateAskFor = (
  root: ShadowRoot,
  host: AskHost,
  loadPart: LoadPart,
  consent: Lent['consent'],
) => Ask;

const createAskFor: CreateAskFor = (root, host, loadPart, consent) =>
  createAsk(root, host, () =>
    loadPart<Panel>('s9-consent-panel.js', panelIntegrity, {
      jsx,
      jsxs,
      Fragment,
      loadPart,
      consent,
    }),
  );

(document.currentScript as unknown as { take(part: CreateAskFor): void }).take(createAskFor);
