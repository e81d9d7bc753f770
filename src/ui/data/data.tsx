// “Your data”: what is kept and what was sent, to read, to take along, to erase (L-27).
import { render } from 'preact';
import type { Policy, PolicyTerms } from '../../core/policy/policy.ts';
import type { Erased, Exported } from '../../core/rights/exported.ts';
import type { Locale } from '../../locales/locale.ts';
import { targetOf } from '../elements/actions.ts';
import { raiseIn } from '../elements/Dialog.tsx';
import { showStatus } from '../elements/Status.tsx';
import { saysIn } from '../grammar.ts';
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
  reread: () => Promise<Exported | null>,
) {
  const offer = (name: string, content: object | null) =>
    content ? offerFile(fileName(name), content) : onMissing();
  const actions: Readonly<Record<string, (collection: string, press: UIEvent) => Promise<void>>> = {
    'receipt-one': async (collection) =>
      offer(`receipt-${collection}`, await consent.receipt({ collection })),
    'withdraw-one': async (collection, press) => {
      await consent.withdraw(collection, press);
      const kept = await reread();
      // What could not be recorded is not taken back.
      if (kept?.collections.some(({ id, granted }) => id === collection && granted)) onMissing();
    },
    receipt: async () => offer('receipt', await consent.receipt()),
    export: async () => offer('your-data', await consent.export()),
    erase: async () => {
      const erased = await consent.erase();
      if (erased) onErased(erased);
      else onMissing();
    },
  };
  return async (action: string, collection: string, press: UIEvent): Promise<void> => {
    if (Object.hasOwn(actions, action)) await actions[action]?.(collection, press).catch(onMissing);
  };
}

function openData(
  kit: Kit,
  locale: DataParts['locale'],
  policyOf: DataParts['policyOf'],
): OpenView {
  const { data: words, remains } = locale;
  const { lang, actions: actionWords } = kit.locale;
  const says = saysIn(kit.locale);
  const box = kit.createBox();
  let kept: Exported | null = null;
  let lack: 'reading' | 'missing' | null = 'reading';

  const lacking = (what: typeof lack): void => {
    lack = what;
    kit.draw();
  };
  const onMissing = (): void => lacking('missing');

  const act = createActions(
    kit,
    onMissing,
    (erased) => {
      kit.leave();
      const { inline } = remains;
      showStatus(kit, <ErasedView {...{ erased, words, inline, actions: actionWords }} />);
    },
    read,
  );

  async function read(): Promise<Exported | null> {
    const exported = await kit.consent.export();
    kept = exported ?? kept;
    lacking(exported ? null : 'missing');
    return exported;
  }
  read().catch(onMissing);
  return {
    box,
    draw({ policy }) {
      const { close } = actionWords;
      const { leave } = kit;
      render(
        <DataView {...{ kept, lack, policy: policyOf(policy), lang, says, words, close, leave }} />,
        box,
      );
    },
    press(press, action = '') {
      const target = targetOf(press);
      if (target.localName === 'dialog' || action === 'close') kit.leave();
      const item = target.closest<HTMLElement>('[data-collection]');
      void act(action, item?.dataset['collection'] ?? '', press);
    },
    raise: () => raiseIn(box),
    remove() {
      render(null, box);
      box.remove();
    },
  };
}
