// Colours of a brand are found in whatever form somebody has them, and nothing else is taken over.
import { expect, test } from 'vitest';
import { brandIn } from './brand.ts';

test.for<[string, string, Record<string, string>]>([
  [
    'a stylesheet',
    ':root { --color-primary: #0a5c36; --color-background: #f6f4ec; --font-family: Inter, sans-serif; --radius: 6px }',
    {
      '--s9-accent': '#0a5c36',
      '--s9-surface': '#f6f4ec',
      '--s9-font': 'Inter, sans-serif',
      '--s9-corner': '6px',
    },
  ],
  [
    'a stylesheet with references',
    ':root { --green-700: oklch(0.4 0.1 150); --brand: var(--green-700); /* --accent: red */ }',
    { '--s9-accent': 'oklch(0.4 0.1 150)' },
  ],
  [
    'a Tailwind theme',
    '{"theme":{"extend":{"colors":{"primary":{"50":"#eef","500":"#4c43c4"},"surface":"#fff"},"fontFamily":{"sans":["Inter","sans-serif"]}}}}',
    { '--s9-accent': '#4c43c4', '--s9-surface': '#fff', '--s9-font': 'Inter, sans-serif' },
  ],
  [
    'design tokens',
    '{"color":{"green":{"$type":"color","$value":"#0a5c36"},"brand":{"$value":"{color.green}"}},"radius":{"md":{"$value":"8px"}}}',
    { '--s9-accent': '#0a5c36', '--s9-corner': '8px' },
  ],
  [
    'tokens of ours',
    ':root { --s9-accent: rgb(1 2 3); --brand: #fff }',
    { '--s9-accent': 'rgb(1 2 3)' },
  ],
])('%s', ([, text, tokens]) => {
  expect(brandIn(text)).toMatchObject({ tokens, fault: '' });
});

test.for([
  ['{"a": ', 'expected CSS declarations or JSON'],
  ['hello', 'expected a name'],
  ['--brand: url(https://example.com/x.png)', 'expected a name'],
  ['--brand: </style><script>alert(1)</script>', 'expected a name'],
  ['--a: var(--b); --b: var(--a); --brand: var(--a)', 'expected a name'],
  ['x'.repeat(200_001), 'at most'],
])('%s gives nothing, and says why', ([text = '', why = '']) => {
  const { tokens, fault } = brandIn(text);
  expect(tokens).toEqual({});
  expect(fault).toContain(why);
});
