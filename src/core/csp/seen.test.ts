import { expect, it } from 'vitest';
import { declaredIn } from './declared.ts';
import { GIVEN, STANDARD } from './fakes.ts';
import { withSeen } from './seen.ts';

const { services } = declaredIn(GIVEN, STANDARD);
const told = (...seen: Parameters<typeof withSeen>[1]) => {
  const wider = withSeen(services, seen, ['https://cdn.example/w/']);
  const films = wider.services.find(({ id }) => id === 'films');
  return { hosts: films?.hosts, sources: films?.sources, notes: wider.notes };
};

it('puts a host with the service whose script asked for it, and says what the policy lacks', () => {
  const { hosts, sources, notes } = told(
    { url: 'https://pics.other/a.jpg?b', by: 'the script https://www.films.example/a.js, line 3' },
    { url: 'https://pics.other/c.jpg', by: 'the script https://www.films.example/a.js, line 9' },
  );
  expect(hosts).toEqual(['*.films.example', 'pics.other']);
  expect(sources).toEqual(expect.arrayContaining(['pics.other', 'wss://pics.other']));
  expect(notes).toEqual([expect.stringMatching(/lacks pics\.other in the hosts of service:films/)]);
});

it('opens nothing for whom nobody declared asked for, and says so', () => {
  const { hosts, notes } = told(
    { url: 'https://evil.example/a', by: 'the script https://tag.example/films.example.js' },
    { url: 'https://evil.example/b', by: null },
    { url: 'https://films.example.evil.example/', by: '<img src="https://evil.example/">' },
  );
  expect(hosts).toEqual(['*.films.example']);
  expect(notes).toEqual([
    'evil.example was asked for by nothing that the policy names, and stays refused.',
    'films.example.evil.example was asked for by nothing that the policy names, and stays refused.',
  ]);
});

it('has nothing to say of what is declared, of the site’s own, and of what is no request', () => {
  const { hosts, notes } = told(
    { url: 'https://www.films.example/a' },
    { url: 'https://cdn.example/a' },
    { url: '' },
    { url: 'stun:evil.example' },
  );
  expect([hosts, notes]).toEqual([['*.films.example'], []]);
});
