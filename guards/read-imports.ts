// Reads what a source file imports, without a compiler: every static, dynamic and re-exported specifier.
export interface Import {
  readonly specifier: string;
  /** Nothing of it is left after the types are taken away. */
  readonly isTypeOnly: boolean;
}

const STATEMENT = /\b(?:import|export)\b([^'"`;()]*?)\bfrom\s*['"]([^'"]+)['"]/g;
const BARE = /\bimport\s*['"]([^'"]+)['"]/g;
const DYNAMIC = /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g;
const COMMENTS = /\/\*[\s\S]*?\*\/|(^|[\s;])\/\/[^\n]*/g;

/** `type X from`, `type { X } from`, `{ type X, type Y } from`. */
function isTypeClause(clause: string): boolean {
  const words = clause.trim();
  if (/^type\s+[^,]/.test(words)) return true;
  const named = /^\{([^}]*)\}$/.exec(words)?.[1];
  const names = named?.split(',').map((name) => name.trim()) ?? [];
  return names.length > 0 && names.every((name) => name === '' || name.startsWith('type '));
}

export function importsIn(source: string): Import[] {
  const code = source.replace(COMMENTS, '$1');
  const statements = [...code.matchAll(STATEMENT)].map(([, clause = '', specifier = '']) => ({
    specifier,
    isTypeOnly: isTypeClause(clause),
  }));
  const others = [...code.matchAll(BARE), ...code.matchAll(DYNAMIC)].map(([, specifier = '']) => ({
    specifier,
    isTypeOnly: false,
  }));
  return [...statements, ...others];
}
