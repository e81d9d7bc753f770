import { describe, expect, it } from 'vitest';
import { CSP_FORMATS, type CspFileOptions, type CspFormat, cspFileOf } from './csp-file.ts';
import { GIVEN, STANDARD } from './fakes.ts';

const write = (format: CspFormat, options: CspFileOptions = {}, policy: unknown = GIVEN) =>
  cspFileOf(policy, format, options, STANDARD);

const ALL_OPTIONS = {
  endpoint: 'https://c.example/v1/logs',
  own: ['https://cdn.example'],
  reportTo: 'https://shop.example/csp',
};

it.each(CSP_FORMATS.filter((format) => format !== 'meta'))('%s has the whole of it', (format) => {
  const { text, notes } = write(format, ALL_OPTIONS);
  expect(text).toContain('c.example');
  expect(text).toContain('https://cdn.example');
  expect(text).toContain('https://shop.example/csp');
  expect(notes.length).toBeGreaterThan(0);
});

describe('what cannot follow the choice', () => {
  it('is closed as a header, unless it is opened', () => {
    expect(write('header').text).not.toContain('films');
    expect(write('header', { granted: ['service:films'] }).text).toContain('*.films.example');
    expect(write('header', { granted: ['service:films'] }).text).not.toContain('chat.example');
  });

  it.each(['meta', 'netlify', 'cloudflare'] as const)(
    'is open to all that is declared as %s, and says so',
    (format) => {
      const { text, notes } = write(format);
      expect(text).toContain('*.films.example');
      expect(text).toContain('chat.example:8443');
      expect(notes.join()).toMatch(/open to .*films, chat-box before any choice/);
      expect(write(format, { granted: [] }).text).not.toContain('films');
    },
  );

  it('is one element whose content ends where it should', () => {
    expect(write('meta', { granted: [] }).text).toBe(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' data: blob:\">",
    );
  });

  it('is refused where it would be cut off', () => {
    const services = Array.from({ length: 40 }, (_, index) => ({
      id: `s${index}`,
      name: 'S',
      hosts: [`a-rather-long-name-${index}.example`],
      data: ['ip'],
    }));
    const policy = { purposes: [{ ...GIVEN.purposes[0], services }] };
    expect(() => write('cloudflare', {}, policy)).toThrow(/2000 characters/);
    expect(() => write('netlify', {}, policy)).not.toThrow();
  });
});

describe('what follows the choice', () => {
  it.each(['nginx', 'apache', 'caddy'] as const)(
    '%s has a variable for each service and no host outside of them',
    (format) => {
      const { text } = write(format);
      const lines = text.split('\n').filter((line) => line.includes('films.example'));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/films/);
      expect(text).toMatch(/s9_csp_chat_box/i);
    },
  );

  it.each(['nginx', 'apache', 'caddy'] as const)('%s finds a service in the cookie', (format) => {
    const { text } = write(format);
    const [, source = ''] = /["`]~?(\(\?:\^[^"`]*service:films[^"`]*)["`]/.exec(text) ?? [];
    const finds = (granted: string, before = '') =>
      new RegExp(source).test(`${before}s9-consent=policy=1&granted=${granted}&decided=1&until=2`);
    expect(finds('ads.service:films')).toBe(true);
    expect(finds('service:films.ads', 'a=1; ')).toBe(true);
    expect(finds('ads')).toBe(false);
    expect(finds('service:films-2')).toBe(false);
    expect(finds('service:film')).toBe(false);
    expect(finds('xservice:films')).toBe(false);
    expect(finds('service:films', 'x')).toBe(false);
    expect(new RegExp(source).test('s9-consent=granted=&x; other=granted=service:films')).toBe(
      false,
    );
  });

  it('keeps apart two services whose variables would be called alike', () => {
    const services = ['a-b', 'a_b'].map((id) => ({
      id,
      name: id,
      hosts: [`${id.replace('_', '-')}.example`],
      data: ['ip'],
    }));
    const { text } = write('nginx', {}, { purposes: [{ ...GIVEN.purposes[0], services }] });
    expect(text).toContain('map $http_cookie $s9_csp_a_b {');
    expect(text).toContain('map $http_cookie $s9_csp_a_b_2 {');
  });

  it.each(['vercel', 'next', 'express'] as const)('%s takes the policy from its file', (format) => {
    expect(write(format, { policyFile: './p.json' }).text).toContain(
      'import policy from "./p.json"',
    );
    expect(write(format, { settingsFile: './s.json' }).text).toContain(
      'const { policy } = settings;',
    );
  });

  it('says what is to be known of caches', () => {
    for (const format of ['nginx', 'apache', 'caddy', 'vercel', 'next', 'express'] as const) {
      const { text, notes } = write(format);
      expect(text).toMatch(/Vary|vary/);
      expect(notes.join()).toMatch(/shared cache/);
    }
  });
});

it.each([
  ['iis', {}, 'format: expected one of header, meta'],
  ['nginx', { granted: ['ads'] }, 'granted: expected none for nginx, which follows the choice'],
  ['header', { granted: ['service:filmz'] }, 'granted: expected ids of the policy, '],
  ['nginx', { nonce: 'aGk=' }, 'nonce: expected none for nginx'],
  ['netlify', { nonce: 'aGk=' }, 'nonce: expected none for netlify'],
  ['meta', { reportTo: '/csp' }, 'reportTo: expected none'],
  ['meta', { reportOnly: true }, 'reportOnly: expected false'],
])('refuses %s with %j', (format, options, message) => {
  expect(() => write(format as CspFormat, options)).toThrow(message);
});

it('tells what is wrong with the policy and closes nothing', () => {
  expect(write('header', {}, { purposses: [] }).notes[0]).toMatch(/policy\.purposses/);
});
