import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { LOOKS, type Look } from '../../client/annotate/looks.ts';

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<keyof typeof PAGES, string>>;
}

/** What the editor is written on in the themes that come with VS Code. */
const PAGES = { dark: '#1f1f1f', light: '#ffffff', highContrast: '#000000', highContrastLight: '#ffffff' };
const looks: readonly Look[] = Object.values(LOOKS);
const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'));
const colors: readonly Color[] = manifest.contributes.colors;

describe('the looks of marks', () => {
  it('differ from each other without colour', () => {
    const shapes = looks.map(({ line, sign, struck }) => JSON.stringify({ line, sign, struck }));
    assert.equal(new Set(shapes).size, looks.length);
    const signs = looks.flatMap(({ sign }) => sign ?? []);
    assert.equal(new Set(signs).size, signs.length);
  });

  it('have colours that stand out from the page in every theme, each state its own', () => {
    for (const [theme, page] of Object.entries(PAGES)) {
      const own = new Set<string>();
      for (const name of new Set(looks.map(({ color }) => color))) {
        const color = colors.find(({ id }) => id === `newsmark.mark.${name}`)?.defaults[
          theme as keyof typeof PAGES
        ];
        assert.ok(color, `${name} in ${theme}`);
        assert.ok(contrast(color, page) >= 3, `${name} in ${theme}: ${contrast(color, page)}`);
        own.add(color);
      }
      assert.equal(own.size, 4, theme);
    }
  });
});

/** The contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
