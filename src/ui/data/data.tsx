// “Your data”: what is kept and what was sent, to read, to take along, to erase (L-27).
import { render } from 'preact';
import type { Policy, PolicyTerms } from '../../core/policy/policy.ts';
import type { Erased, Exported } from '../../core/rights/exported.ts';
import type { Locale } from '../../locales/locale.ts';
import { targetOf } from '../elements/element.ts';
import { showStatus } from '../elements/Status.tsx';
import type { Kit, OpenView } from '../kit.ts';
import { adopt, sheetOf } from '../sheets.ts';
import { DataView } from './DataView.tsx';
import css from './data.css?inline';
import { offerFile } from './download.ts';
import { ErasedView } from './ErasedView.tsx';

export interface DataParts {
  readonly locale: Pick<Locale, 'data' | 'remains'>;
  /** The policy in force, with the names of its purposes and services. */
  readonly policyOf: (terms: PolicyTerms) => Policy;
}

/** The site's name in a file's, as far as any disk takes it. */
const fileName = (what: string): string =>
  `${what}-${location.hostname.replace(/[^\w.-]/g, '-')}.json`;

/** A view each time it is opened; its styles once. */
export function dataWith({ locale, policyOf }: DataParts): (kit: Kit) => OpenView {
  const sheet = sheetOf(css);
  return (kit) => {
    const { root } = kit;
    if (!root.adoptedStyleSheets.includes(sheet)) adopt(root, sheet);
    return openData(kit, locale, policyOf);
  };
}

/** What a press on each control does; whatever cannot be had is said, and nothing is lost by it. */
function createActions(
  { consent }: Kit,
  onMissing: () => void,
  onErased: (erased: Erased) => void,
) {
  const offer = (name: string, content: object | null) =>
    content ? offerFile(fileName(name), content) : onMissing();
  const actions: Readonly<Record<string, () => Promise<void>>> = {
    receipt: async () => offer('receipt', await consent.receipt()),
    export: async () => offer('your-data', await consent.export()),
    erase: async () => {
      const erased = await consent.erase();
      if (erased) onErased(erased);
      else onMissing();
    },
  };
  return async (action: string): Promise<void> => {
    if (Object.hasOwn(actions, action)) await actions[action]?.().catch(onMissing);
  };
}

function openData(
  kit: Kit,
  locale: DataParts['locale'],
  policyOf: DataParts['policyOf'],
): OpenView {
  const { data: words, remains } = locale;
  const { lang, actions: actionWords } = kit.locale;
  const box = kit.createBox();
  let kept: Exported | null = null;
  let lack: 'reading' | 'missing' | null = 'reading';

  const lacking = (what: typeof lack): void => {
    lack = what;
    kit.draw();
  };
  const onMissing = (): void => lacking('missing');

  const act = createActions(kit, onMissing, (erased) => {
    kit.leave();
    const { inline } = remains;
    showStatus(kit, <ErasedView {...{ erased, words, inline, actions: actionWords }} />);
  });

  void kit.consent.export().then((exported) => {
    kept = exported;
    lacking(exported ? null : 'missing');
  }, onMissing);
  return {
    box,
    draw({ policy }) {
      const { close } = actionWords;
      const { leave } = kit;
      render(
        <DataView {...{ kept, lack, policy: policyOf(policy), lang, words, close, leave }} />,
        box,
      );
    },
    press(press, action = '') {
      if (targetOf(press).localName === 'dialog') kit.leave();
      void act(action);
    },
    remove() {
      render(null, box);
      box.remove();
    },
  };
}
