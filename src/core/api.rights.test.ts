// Receipt, export, erasure: by the file for them, and null where that is not to be had.
import { describe, expect, it } from 'vitest';
import { answerOf, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, pageOf, readyPage, settled, withFiles } from './fakes.ts';
import { once } from './once.ts';
import type { CreateRights, RightsHost } from './rights/rights.ts';

describe('receipt, export, erase', () => {
  /** A page whose files with the rights come when they are to be had. */
  function rightsPage() {
    const plain = fakeWorld();
    const has = { keeper: true, rights: true };
    const asked: string[] = [];
    const hosts: RightsHost[] = [];
    const createRights: CreateRights = (host) => {
      hosts.push(host);
      return {
        receipt: async (format) => ({ receipt: format ?? 'ours' }) as never,
        export: async () => ({ records: [], ledger: [], queue: [], collections: [] }),
        erase: async () => ({ told: 1, deleted: ['history'], remains: [] }),
      };
    };
    const { files } = plain.ports;
    const world = withFiles(plain, {
      async answer(...given) {
        asked.push('keeper');
        const keeper = await files.answer(...given);
        if (!has.keeper || !keeper) return null;
        const [settings, ports] = given;
        return {
          ...keeper,
          rights: once(async (consent) => {
            asked.push('rights');
            return has.rights ? createRights({ settings, ports, consent }) : null;
          }),
        };
      },
    });
    return { world, has, asked, hosts };
  }

  it('L-27 come of the file that follows an answer, fetched at the first of them and once', async () => {
    const { world, asked, hosts } = rightsPage();
    await (await readyPage(world)).flow.decide(answerOf([]));
    asked.length = 0;
    const { consent, flow } = await readyPage(world);
    expect(asked).toEqual([]);
    expect(await consent.receipt()).toEqual({ receipt: 'ours' });
    expect(await consent.receipt('kantara')).toEqual({ receipt: 'kantara' });
    expect(await consent.export()).toMatchObject({ records: [] });
    expect(await consent.erase()).toMatchObject({ deleted: ['history'] });
    expect(asked).toEqual(['keeper', 'rights']);
    expect(hosts).toHaveLength(1);
    expect(hosts[0]).toMatchObject({ settings: SETTINGS, ports: flow.ports });
    expect(hosts[0]?.consent).toBe(consent);
  });

  it.each(['receipt', 'export', 'erase'] as const)(
    'F-34 %s is null where a file for it is not to be had, and is tried again next time',
    async (right) => {
      const { world, has } = rightsPage();
      await (await readyPage(world)).flow.decide(answerOf([]));
      for (const file of ['keeper', 'rights'] as const) {
        const { consent } = await readyPage(world);
        has[file] = false;
        expect(await consent[right]()).toBeNull();
        has[file] = true;
        expect(await consent[right]()).not.toBeNull();
      }
    },
  );

  it('wait until the page is ready', async () => {
    const { world, asked } = rightsPage();
    const { consent, begin } = pageOf(world);
    const exporting = consent.export();
    await settled();
    expect(asked).toEqual([]);
    begin();
    expect(await exporting).toMatchObject({ records: [] });
  });

  it('a receipt in a format that is not known is refused by the file for it', async () => {
    const { world } = rightsPage();
    const { consent } = await readyPage(world);
    const receipt = consent.receipt as (format: string) => Promise<unknown>;
    expect(await receipt('pdf')).toEqual({ receipt: 'pdf' });
  });
});
