// A view of a page from the moment it happens, and what a site tells of it besides.
import { describe, expect, it } from 'vitest';
import { NOON_MS } from '../choice/fakes.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import { page, pathOf, TIMED } from './fakes.ts';

describe('at the grant', () => {
  it('S-12 the page at hand is the first view', () => {
    const { follow, sent } = page();
    follow();
    expect(sent).toEqual([
      {
        id: 'id-2',
        name: 's9.page_view',
        occurredAt: NOON_MS,
        attributes: {
          'url.domain': 'site.example',
          'url.path': '/first',
          'user_agent.name': 'Firefox',
          'user_agent.version': '153.0',
          'user_agent.os.name': 'Linux',
          's9.event.id': 'id-2',
          's9.record.id': 'record-1',
        },
      },
    ]);
  });

  it('views are listened for once, however often the choice changes', () => {
    const { asked, follow, now } = page();
    follow();
    follow();
    now.isGranted = false;
    follow();
    now.isGranted = true;
    follow();
    expect(asked.filter((what) => what === 'listen')).toHaveLength(1);
  });

  it('F-20 a page that was restored is a new view', () => {
    const { follow, views } = page();
    follow();
    follow(true);
    expect(views()).toHaveLength(2);
    expect(views()[0]?.id).not.toBe(views()[1]?.id);
  });
});

describe('an event of the Customer’s own', () => {
  const OWN: PurposeTerms = { ...TIMED, data: [...TIMED.data, 'plan'] };

  it('says its name, the page, and what is declared', () => {
    const { telemetry, follow, sent } = page(OWN);
    follow();
    telemetry.track('signed up', { plan: 'pro' });
    expect(sent[1]).toMatchObject({
      name: 's9.custom',
      attributes: {
        'url.path': '/first',
        's9.custom.name': 'signed up',
        's9.custom.plan': 'pro',
        's9.record.id': 'record-1',
      },
    });
    expect(sent[1]?.attributes['user_agent.name']).toBeUndefined();
  });

  it('L-26 is refused with what is not declared', () => {
    const { telemetry, follow, sent } = page();
    follow();
    expect(() => telemetry.track('signed up', { plan: 'pro' })).toThrow(/attributes\.plan/);
    expect(sent).toHaveLength(1);
  });

  it('L-19 is not told after a no', () => {
    const { telemetry, follow, now, sent } = page(OWN);
    follow();
    now.isGranted = false;
    telemetry.track('signed up', { plan: 'pro' });
    expect(sent).toHaveLength(1);
  });
});

describe('L-29 visits', () => {
  it.each([
    ['visit', 'session.id'],
    ['id', 's9.visitor.id'],
  ] as const)('are linked as the policy says: %s by %s', (visitors, name) => {
    const { follow, is, sent } = page({ ...TIMED, visitors });
    follow();
    is('hidden', 1000);
    for (const { attributes } of sent) expect(attributes[name]).toBe(`${visitors} of record-1`);
    expect(sent).toHaveLength(2);
  });

  it('are not linked where it does not, and nothing is looked for', () => {
    const { follow, asked } = page();
    follow();
    expect(asked).not.toContain('link');
  });
});

describe('L-26 a path', () => {
  it('is told as the policy has it', () => {
    const { follow, view, sent } = page(TIMED, ['/reset/:token']);
    follow();
    view('/reset/abc');
    expect(sent.map(pathOf)).toEqual(['/first', '/reset/:token']);
  });
});

describe('of a visit that nobody makes', () => {
  it.each([undefined, 'label'] as const)('all is told, labelled, where bots is %s', (bots) => {
    const { now, follow, sent } = page(undefined, [], bots);
    now.isDriven = true;
    follow();
    expect(sent).toMatchObject([{ attributes: { 'user_agent.synthetic.type': 'test' } }]);
  });

  it('nothing is told or kept where bots are dropped, and of a person all is', () => {
    const { now, follow, sent, view, is, telemetry, asked } = page(undefined, [], 'drop');
    now.isDriven = true;
    follow();
    view('/second');
    is('gone');
    telemetry.track('signed up');
    expect(sent).toEqual([]);
    expect(asked).not.toContain('listen');
    now.isDriven = false;
    follow();
    expect(sent).toHaveLength(1);
  });

  it('L-10 who visits is not asked before the grant', () => {
    const { now, follow, asked } = page(undefined, [], 'drop');
    now.isGranted = false;
    follow();
    expect(asked).not.toContain('facts');
  });
});
