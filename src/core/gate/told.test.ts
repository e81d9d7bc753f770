// However an address is written, whom it asks is found; what asks nobody is not.
import { describe, expect, it } from 'vitest';
import { normalHost } from './hosts.ts';
import { addressesToldIn } from './told.ts';

const ADDRESS = 'https://a.example/1.svg';

const hostsToldIn = (text: string): string[] =>
  addressesToldIn(text).map((address) => normalHost(address, 'https://site.example'));

describe('finds a.example in', () => {
  it.each([
    `p{background:url(${ADDRESS})}`,
    'p{background:url(//a.example)}',
    'p{background:url(//a.example,x)}',
    `p{background:URL( "${ADDRESS.toUpperCase()}" )}`,
    `p{background:url('${ADDRESS}'`,
    `p{background:u\\72l(${ADDRESS})}`,
    'p{background:url(\\68 ttps://a.example/1.svg)}',
    'p{background:url(\\000068ttps://a.example/1.svg)}',
    'p{background:url(https\\:\\/\\/a.example/1.svg)}',
    'p{background:url(\\2f\\2f a.example/1.svg)}',
    'p{background:url(\\\\\\\\a.example/1.svg)}',
    'p{background:url(http:\\\\a.example/1.svg)}',
    'p{background:url("https://\\\na.example/1.svg")}',
    'p{background:url("https://\\\r\na.example/1.svg")}',
    `p{background:image-set(/**/"${ADDRESS}" 1x)}`,
    `p{background:image-set("data:image/png,x" 1x, '${ADDRESS}' 2x)}`,
    `p{--picture:"${ADDRESS}";background:image-set(var(--picture) 1x)}`,
    `@import"${ADDRESS}"`,
    '@import "\\/\\/a.example"',
    `@\\69mport '${ADDRESS}' layer(x)`,
    `.a\\"b{background:url(${ADDRESS})}.c\\"d{}`,
    `/* from ${ADDRESS} */p{color:red}`,
    '#a;//a.example/1.svg',
    '9;url=//a.example/',
    '{"prefetch":[{"urls":["https:\\/\\/a.example\\/"]}]}',
    '{"prefetch":[{"urls":["\\u0068ttps:\\u002f\\u002Fa.example"]}]}',
  ])('%s', (text) => expect(hostsToldIn(text)).toEqual(['a.example']));
});

it.each([
  'p{background:url("ht\ttps://a.example/1.svg")}',
  'p{background:url("https:/\t/a.example/1.svg")}',
  'p{background:url("\t/\n/a.example/1.svg")}',
  'p{background:url("ht\\9 tps:\\a//a.example/1.svg")}',
  'https://a.example/\n//b.example/',
  'https://b.example/\n//a.example/',
])('finds it, among others, in %j', (text) => expect(hostsToldIn(text)).toContain('a.example'));

it.each([
  'p{background:url(/1.svg)}',
  'p{background:url(a//b.svg)}',
  `p{background:url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>")}`,
  'p{color:rgb(1 2 3);--x:\\110000;--y:\\ffffff;content:"see https"}',
  '9;url=/a//b',
  '',
])('finds none in %s', (text) => expect(hostsToldIn(text)).toEqual([]));

it.each(['\\', '/', '\\6 ', 'http', 'https:', '//'])(
  'takes no longer than it has to for a great many %s',
  (part) => expect(addressesToldIn(part.repeat(100_000)).length).toBeLessThan(2),
);
