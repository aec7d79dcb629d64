import { readFileSync } from 'node:fs';
import { transform as minifyStyles } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { findUnkept, keepLitSubset } from './lit-subset.ts';
import { ar } from './src/words/ar.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** What begins with this was a private name; nothing else in the script may. */
const privatePrefix = 'private_';

/**
 * Before the script is put together: private names, lowered to ES2017, would cost readers more than a kilobyte, and
 * what stands inside of templates no minifier looks at.
 */
const lighten: Plugin = {
  name: 'lighten',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('/lit-html.js')) return keepLitSubset(code);
    if (!id.startsWith(`${import.meta.dirname}/src/`)) return;
    if (id.endsWith('.styles.ts')) {
      return code.replace(/(?<=\/\* css \*\/ `)[^`]*/, (styles) =>
        minifyStyles({ filename: id, code: Buffer.from(styles), minify: true }).code.toString(),
      );
    }
    const refused = findUnkept(code);
    if (refused)
      this.error(`The element's Lit knows no ${refused}. Keep it in lit-subset.ts, or do without.`);
    return code
      .replace(/\n\s+/g, '\n')
      .replace(/\n(?=\/?>)/g, '')
      .replace(/#(?=[a-z]\w*)/gi, privatePrefix);
  },
};

/** After it is put together: the bundler's own minifier leaves three per cent. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code = '' } = await minify(file.code, {
        module: true,
        ecma: 2017,
        compress: { passes: 5, unsafe_arrows: true, pure_getters: true },
        mangle: { properties: { regex: new RegExp(`^${privatePrefix}`) } },
      });
      file.code = code;
    }
  },
};

/** Other languages than English lie beside the script; a page fetches the one that it shows. */
const languages: Plugin = {
  name: 'languages',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'ar.json', source: JSON.stringify(ar) });
  },
};

// One self-contained file: a page checks its integrity by one hash, and nothing else is fetched.
export default defineConfig({
  define: { WIDGETS_VERSION: JSON.stringify(version), IN_ELEMENT: 'true' },
  plugins: [lighten, minifyAgain, languages],
  build: {
    target: 'es2017',
    lib: { entry: 'src/sanctuary.ts', formats: ['es'], fileName: () => 'sanctuary.js' },
    rolldownOptions: { output: { minify: true } },
  },
});
