// The ready themes as style sheets: for pages that link one instead of naming it in a setting.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOKS, type Look } from '../src/ui/looks.ts';

const FOLDER = 'themes';

/** On the root, where placeholders and the permanent control see it too. */
function cssOf(look: Look): string {
  const lines = Object.entries(look).map(([token, value]) => `  --s9-${token}: ${value};\n`);
  return `:root {\n${lines.join('')}}\n`;
}

/** Writes `themes/*.css`, and yields their names. */
export function writeThemes(folder: string): string[] {
  mkdirSync(join(folder, FOLDER), { recursive: true });
  return Object.entries(LOOKS).flatMap(([name, look]) => {
    if (name === 'standard') return [];
    const path = `${FOLDER}/${name}.css`;
    writeFileSync(join(folder, path), cssOf(look));
    return path;
  });
}
