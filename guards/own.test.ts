// No part of the widget asks the page's document by name: a picture of that name would answer.
import { expect, test } from 'vitest';
import { filesIn, read } from './project-files.ts';

/** A member of the document, outside of comments and texts. */
const BARE = /^(?! *(\/\/|\*|\/\*))[^'"`]*(?<![\w.])document\.\w/;

/** Writes where tests of its own stand in for the document; what cannot be written is told there. */
const ALLOWED = ['src/browser/announce/mirror.ts'];

const bareIn = (text: string): string[] => text.split('\n').filter((line) => BARE.test(line));

test('F-53 the document is asked as core/own.ts has it', () => {
  const files = filesIn('src').filter(
    (file) => /\.tsx?$/.test(file) && !/test|fakes|\.d\.ts/.test(file) && !ALLOWED.includes(file),
  );
  const found = files.flatMap((file) =>
    bareIn(read(file)).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test('one that is asked by name is noticed', () => {
  const lines = [
    "document.querySelector('p');",
    '  const { body } = document.body;',
    'if (!document.hidden) return;',
    "own(document).querySelector('p');",
    'frame.contentDocument.body;',
    '// document.body',
    "'called document.write()'",
  ];
  expect(bareIn(lines.join('\n'))).toEqual(lines.slice(0, 3));
});
