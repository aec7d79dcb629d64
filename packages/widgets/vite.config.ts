import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { ar } from './src/words/ar.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Indentation and private names, lowered to ES2017, would cost readers more than a kilobyte. */
const lighten: Plugin = {
  name: 'lighten',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(`${import.meta.dirname}/src/`)) return;
    const withoutIndentation = code.replace(/\n\s+/g, '\n').replace(/\n(?=\/?>)/g, '');
    if (id.endsWith('.styles.ts')) {
      return withoutIndentation
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/(?<=[{};,])\n+|(?<=[:,]) | (?=\{)|;?\n(?=\})/g, '');
    }
    return withoutIndentation.replace(/#(?=[a-z]\w*)/gi, '_');
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
  define: { WIDGETS_VERSION: JSON.stringify(version) },
  plugins: [lighten, languages],
  build: {
    target: 'es2017',
    lib: { entry: 'src/sanctuary.ts', formats: ['es'], fileName: () => 'sanctuary.js' },
    rolldownOptions: { output: { minify: true } },
  },
});
