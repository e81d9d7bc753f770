// What was seen during a test, and which of it no test may let pass.
export interface Facts {
  consoleErrors: string[];
  pageErrors: string[];
  cspReports: string[];
  /** Requests to anyone but the site and the widget's files, made before a person said yes. */
  early: string[];
}

export type FactKind = keyof Facts;

export interface Expected {
  readonly kind: FactKind;
  readonly pattern: RegExp;
  /** `false`: tolerated, because not every engine says it. */
  readonly required: boolean;
}

const MEANING: Readonly<Record<FactKind, string>> = {
  consoleErrors: 'console error',
  pageErrors: 'page error',
  cspReports: 'CSP report',
  early: 'before a choice',
};

const KINDS = Object.keys(MEANING) as FactKind[];

export const noFacts = (): Facts => ({
  consoleErrors: [],
  pageErrors: [],
  cspReports: [],
  early: [],
});

/** One line for each expectation that has not come true. */
export const unseenIn = (facts: Facts, expected: readonly Expected[]): string[] =>
  expected
    .filter(({ kind, pattern, required }) => required && !facts[kind].some((t) => pattern.test(t)))
    .map(({ kind, pattern }) => `${MEANING[kind]} expected and not seen: ${pattern}`);

/** One line for each fact nobody expected, and for each expectation that did not come true. */
export function faultsOf(facts: Facts, expected: readonly Expected[]): string[] {
  const unexpected = KINDS.flatMap((kind) =>
    facts[kind]
      .filter((text) => !expected.some((each) => each.kind === kind && each.pattern.test(text)))
      .map((text) => `${MEANING[kind]}: ${text}`),
  );
  return [...unexpected, ...unseenIn(facts, expected)];
}
