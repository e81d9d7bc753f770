// All that is fetched when the second layer is first opened: preferences, what changed, what remains.
import type { Policy, PolicyTerms } from '../../core/policy/policy.ts';
import type { Locale } from '../../locales/locale.ts';
import dialogCss from '../elements/dialog.css?inline';
import foldCss from '../elements/fold.css?inline';
import switchCss from '../elements/switch.css?inline';
import { saysIn } from '../grammar.ts';
import type { CreateSecondLayer, Kit, OpenView, SecondLayerView } from '../kit.ts';
import { adopt, sheetOf } from '../sheets.ts';
import { day } from '../speech.ts';
import { raiseDialog } from '../top-layer.ts';
import { changesIn } from './changes.ts';
import preferencesCss from './preferences.css?inline';
import { createPreferences } from './preferences.tsx';
import type { MoveControl } from './props.ts';
import { showRemains } from './remains.tsx';

export type SecondLayerLocale = Pick<Locale, 'preferences' | 'changes' | 'remains'>;

/** Opens “Your data”. */
export type CreateData = (kit: Kit) => OpenView;

export interface SecondLayerParts {
  readonly locale: SecondLayerLocale;
  /** The policy in force, whole. */
  readonly policyOf: (terms: PolicyTerms) => Policy;
  /** Fetches “Your data” when it is first opened; `null` when it cannot be had. */
  readonly loadData: () => Promise<CreateData | null>;
  readonly moveControl: MoveControl;
}

export const secondLayerWith =
  ({ locale, policyOf, loadData, moveControl }: SecondLayerParts): CreateSecondLayer =>
  (kit) => {
    adopt(kit.root, sheetOf(dialogCss + switchCss + foldCss + preferencesCss));
    // Out of the page and in again, a dialog is open and no longer modal.
    kit.root.host.addEventListener('mount', () =>
      kit.root.querySelectorAll('dialog').forEach((dialog) => raiseDialog(dialog)),
    );
    const makers: Readonly<Record<SecondLayerView, () => Promise<OpenView | null>>> = {
      preferences: async () => createPreferences(kit, locale.preferences, policyOf, moveControl),
      data: async () => (await loadData())?.(kit) ?? null,
    };
    return {
      createView: (view) => makers[view](),
      showRemains: (remains) => showRemains(kit, locale.remains, remains),
      changesOf: ({ policy, asked }) =>
        changesIn(policyOf(policy), asked, locale.changes, saysIn(kit.locale)),
      dayOf: (ms) => day(ms, kit.locale.lang),
    };
  };
