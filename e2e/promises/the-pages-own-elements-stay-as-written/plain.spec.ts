// A page without a framework, the measure of all others.
import { documentWith, HELD } from './held.ts';
import { test } from './steps.ts';

test('L-19 L-22 a page as its server writes it @engine', async ({ own, visit }) => {
  const markup = documentWith(`<main>${HELD}</main>`);
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits();
  await own.isAsWritten('held');
  await own.accept();
  await own.comes();
  await own.stood();
  await own.isAsWritten('released');
  await own.withdraw();
  await own.isAsWritten('held');
});
