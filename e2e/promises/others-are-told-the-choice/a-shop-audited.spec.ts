// The same shop before its owner knows of us: two commands find what was forgotten, and what they write ends it.
import { run } from '../../support/command.ts';
import { startElsewhere } from '../../support/elsewhere.ts';
import { expect, settings, test } from '../../support/fixture.ts';
import { documentOf } from '../../support/markup.ts';
import { bundle } from '../the-pages-own-elements-stay-as-written/bundles.ts';
import { ANSWERS, ENTRY, POLICY, SHOP } from './shop.ts';

interface Found {
  readonly findings: readonly { readonly kind: string; readonly url: string }[];
  readonly suggestion: {
    readonly services: readonly string[];
    readonly unknown: readonly { readonly id: string; readonly hosts: readonly string[] }[];
  };
  readonly csp: string;
}

const FORGOTTEN = [
  'https://static.hotjar.com/c/hotjar-1.js',
  'https://unmarked.example/a.js',
] as const;
const SCRIPTS = FORGOTTEN.map((src) => `<script src="${src}"></script>`).join('');

/** Elsewhere, with the two that were forgotten. */
const EVERYWHERE = {
  ...ANSWERS,
  ...Object.fromEntries(
    FORGOTTEN.map((src) => [src.replace('https://', ''), ['text/javascript', ';'] as const]),
  ),
};

test('L-10 L-19 the audit finds the scripts that nobody marked, and what it suggests ends it', async ({
  law,
  world,
}) => {
  law.aboutToGrant();
  const { host, receiver, widget } = world;
  const elsewhere = await startElsewhere(EVERYWHERE);
  const put = (policy: object, headers = {}): void => {
    const page = SHOP.replace(settings({ policy: POLICY }), settings({ policy })).replace(
      '</body>',
      `${SCRIPTS}</body>`,
    );
    host.put('/', documentOf(page, { 'data-announce': 'google' }), headers);
  };
  const audit = async () => {
    const args = ['audit', host.origin, '--browser', elsewhere.browser, '--json'];
    const { printed, complained, code } = await run(args);
    expect(complained).toBe('');
    return { ...(JSON.parse(printed) as Found), code };
  };
  host.put('/app.js', await bundle(ENTRY));

  put(POLICY);
  const before = await audit();
  expect(before.code).toBe(1);
  expect(before.findings.map(({ kind, url }) => [kind, url])).toEqual(
    FORGOTTEN.map((src) => ['script', src]),
  );
  expect(before.suggestion).toMatchObject({
    services: ['hotjar'],
    unknown: [{ hosts: ['unmarked.example'] }],
  });
  expect(elsewhere.asked(), 'what was marked came with the yes, in the real shop').toEqual(
    expect.arrayContaining([...Object.keys(ANSWERS), 'static.hotjar.com/c/hotjar-1.js']),
  );

  const [analytics, ...others] = POLICY.purposes;
  const added = before.suggestion.unknown.map((each) => ({ ...each, data: ['ip', 'page'] }));
  const services = [...(analytics?.services ?? []), ...before.suggestion.services, ...added];
  const policy = { ...POLICY, purposes: [{ ...analytics, services }, ...others] };
  const given = JSON.stringify({ policy, endpoint: `${receiver.origin}/v1/logs` });
  const csp = ['csp', '--policy', '-', '--own', widget.origin];
  const { printed, code } = await run(csp, given);
  expect(code).toBe(0);
  expect(printed).toContain(`Content-Security-Policy: ${before.csp}`);
  put(policy, { 'content-security-policy': before.csp });
  const asked = elsewhere.asked().length;
  expect(await audit()).toMatchObject({ code: 0, findings: [], suggestion: { services: [] } });
  expect(elsewhere.asked().slice(asked)).toEqual([]);
  await elsewhere.close();
});
