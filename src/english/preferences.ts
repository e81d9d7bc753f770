// The second layer's file in English.
import { changes, preferences, remains } from '../locales/en.ts';
import { type SecondLayerParts, secondLayerWith } from '../ui/preferences/second-layer.tsx';
import { policyOf } from './policy.ts';

export const createSecondLayer = (
  loadData: SecondLayerParts['loadData'],
  moveControl: SecondLayerParts['moveControl'],
) =>
  secondLayerWith({ loadData, moveControl, policyOf, locale: { changes, preferences, remains } });
