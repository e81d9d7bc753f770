// The second layer's file in English, or in the language of the banner.
import { changes, preferences, remains } from '../locales/en.ts';
import type { CreateSecondLayer } from '../ui/kit.ts';
import { type SecondLayerParts, secondLayerWith } from '../ui/preferences/second-layer.tsx';
import { policyIn } from './policy.ts';

const english = { changes, preferences, remains };

export const createSecondLayer =
  (
    loadData: SecondLayerParts['loadData'],
    moveControl: SecondLayerParts['moveControl'],
  ): CreateSecondLayer =>
  (kit) =>
    secondLayerWith({
      loadData,
      moveControl,
      policyOf: policyIn(kit.locale.lang, kit.locale.policy),
      locale: { ...english, ...kit.locale },
    })(kit);
