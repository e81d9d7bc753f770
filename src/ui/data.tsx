// “Your data”: what is kept and what was sent, to read, to take along, to erase (L-27).
import { panelPart } from 'virtual:s9/words';
import type { Erased, Exported } from '../core/rights.ts';
import { dataTexts } from '../locales/en.ts';
import { DataView } from './DataView.tsx';
import css from './data.css?inline';
import { offerFile } from './download.ts';
import { ErasedView } from './ErasedView.tsx';
import type { Kit, Layer, Lent } from './kit.ts';
import { openerFor } from './opener.ts';
import { showStatus } from './Status.tsx';
import { adopt, sheetOf } from './sheets.ts';

export type CreateData = (kit: Kit) => Layer;

type What = 'reading' | 'missing' | Exported;

let sheet: CSSStyleSheet | undefined;

/** Once for each root, however often the view is opened. */
function style(root: ShadowRoot): void {
  sheet ??= sheetOf(css);
  if (!root.adoptedStyleSheets.includes(sheet)) adopt(root, sheet);
}

/** The site's name in a file's, as far as any disk takes it. */
const fileName = (what: string): string =>
  `${what}-${location.hostname.replace(/[^\w.-]/g, '-')}.json`;

export const dataWith =
  (consent: Lent['consent']): CreateData =>
  (kit) => {
    const left = openerFor(kit);
    let what: What = 'reading';
    style(kit.box.getRootNode() as ShadowRoot);

    async function read(): Promise<void> {
      what = (await consent.export()) ?? 'missing';
      kit.draw();
    }

    /** What cannot be had is said, and nothing is lost by it. */
    const orMissing = <T,>(result: T | null): T | null => {
      if (result) return result;
      what = 'missing';
      kit.draw();
      return null;
    };

    async function erase(): Promise<void> {
      const erased: Erased | null = orMissing(await consent.erase());
      if (!erased) return;
      kit.leave();
      showStatus(kit, <ErasedView erased={erased} />);
    }

    const actions: Readonly<Record<string, () => Promise<unknown>>> = {
      receipt: async () => offerFile(fileName('receipt'), orMissing(await consent.receipt())),
      export: async () => offerFile(fileName('your-data'), orMissing(await consent.export())),
      erase,
    };

    void read();
    return {
      view: () => (
        <DataView
          what={what}
          policy={kit.policy(panelPart)}
          lang={kit.lang}
          words={dataTexts}
          leave={kit.leave}
        />
      ),
      press({ target }, action = '') {
        if ((target as Element).localName === 'dialog') kit.leave();
        if (Object.hasOwn(actions, action)) void actions[action]?.();
      },
      left,
    };
  };
