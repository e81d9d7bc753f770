// The second layer's file in English.
import { changes, preferences, remains } from '../locales/en.ts';
import { type SecondLayerParts, secondLayerWith } from '../ui/preferences/second-layer.tsx';
import { policyOf } from './policy.ts';

export const createSecondLayer = (loadData: SecondLayerParts['loadData']) =>
  secondLayerWith({ loadData, policyOf, locale: { changes, preferences, remains } });
