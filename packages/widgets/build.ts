import { globSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { transform as minifyStyles } from 'lightningcss';
import { minify } from 'terser';
import { build, type Plugin } from 'vite';
import { findUnkept, keepLitSubset } from './lit-subset.ts';
import { lightenMarkup } from './lighter-markup.ts';
import { findSaid, leaveOutSaid, markWords, sayWords, type Entries } from './said-words.ts';
import { trackerWordsInArabic } from './src/action-tracker/words.ar.ts';
import { trackerWords } from './src/action-tracker/words.en.ts';
import { finderWordsInArabic } from './src/service-finder/words.ar.ts';
import { finderWords } from './src/service-finder/words.en.ts';
import { groupWordsInArabic } from './src/steering-group/words.ar.ts';
import { groupWords } from './src/steering-group/words.en.ts';
import { ar } from './src/words/ar.ts';
import { en } from './src/words/en.ts';

// npm run build: a script for each tag and one with all of them, each self-contained: a page checks its integrity by one
// hash, and nothing else is fetched but the words of a language other than English.

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The scripts, by what they begin with. */
const scripts = {
  sanctuary: 'src/sanctuary.ts',
  'action-tracker': 'src/action-tracker/action-tracker.define.ts',
  'service-finder': 'src/service-finder/service-finder.define.ts',
  'steering-group': 'src/steering-group/steering-group.define.ts',
};

/** The words of each tag in each other language: a page fetches one file for each tag that it shows. */
const words = {
  'action-tracker.ar': { ...ar, ...trackerWordsInArabic },
  'steering-group.ar': { ...ar, ...groupWordsInArabic },
  'service-finder.ar': { ...ar, ...finderWordsInArabic },
};

/** What begins with this was a private name; nothing else in a script may. */
const privatePrefix = 'private_';

const read = (pattern: string) =>
  globSync(pattern, { cwd: import.meta.dirname })
    .toSorted()
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
const otherNames = read('{generated/operations,src/query/ask,src/*/words.*,src/words/{en,ar}}.ts').join();

/** Names of protected members, unless data, requests or words have them too; those of the browser the minifier keeps. */
const kept = read('src/widget/*.ts')
  .flatMap((source) => [...source.matchAll(/protected (?:(?:abstract|override|readonly|get) )*(\w+)/g)])
  .flatMap(([, name]) => name ?? [])
  .filter((name) => !new RegExp(`\\b${name}\\b`).test(otherNames));

const english: Entries = Object.assign({}, en, trackerWords, groupWords, finderWords);
const said = findSaid(english, read('src/**/!(*.test|*.bench|*.examples|words.*|en|ar).ts').join('\n'));
markWords(Object.assign({}, ...Object.values(words)), said);

/**
 * Before a script is put together: private names, lowered to ES2017, would cost readers more than a kilobyte, and what
 * stands inside of templates no minifier looks at.
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
    if (/\/(words\.)?en\.ts$/.test(id)) return leaveOutSaid(code, english, said);
    const refused = findUnkept(code);
    if (refused)
      this.error(`The element's Lit knows no ${refused}. Keep it in lit-subset.ts, or do without.`);
    // The file's name keeps apart what a class and the class that it extends call the same.
    const prefix = privatePrefix + basename(id).replace(/\W/g, '_');
    return (
      lightenMarkup(sayWords(code, said))
        .replace(/\n\s+/g, '\n')
        .replace(/\n(?=>)/g, '')
        // An address's `#part` stands after neither.
        .replace(/(?<=[.\s])#(?=[a-z])/gi, `${prefix}_`)
    );
  },
};

/** Which of these makes the least of what a browser gets, the compressed form, differs by luck: the best is kept. */
const choices = [true, false].flatMap((conditionals) =>
  [true, false].flatMap((lhs_constants) =>
    [true, false].map((sequences) => ({ conditionals, lhs_constants, sequences })),
  ),
);

/** After it is put together: the bundler's own minifier leaves three per cent. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      // Said in one way only, functions compress better; none is called before the bundler has put it there.
      const arrows = file.code.replace(/^function (\w+)\((.*)\) \{$([^]*?)^\}$/gm, 'var $1 = ($2) => {$3};');
      const codes = [];
      for (const choice of choices) {
        const { code = '' } = await minify(arrows, {
          module: true,
          ecma: 2017,
          compress: Object.assign(
            // Unsafe: what is made a string may be no symbol, and built-in names are the browser's own.
            {
              passes: 5,
              unsafe: true,
              unsafe_arrows: true,
              unsafe_math: true,
              pure_getters: true,
              keep_fargs: false,
            },
            choice,
          ),
          // Our private names, Lit's, and what our classes keep to themselves.
          mangle: { properties: { regex: new RegExp(`^(${privatePrefix}|_\\$|(${kept.join('|')})$)`) } },
        });
        // What lines are left stand in templates.
        codes.push(code.replaceAll('\n', ' '));
      }
      const sizes = codes.map((code) => brotliCompressSync(code).length);
      file.code = codes[sizes.indexOf(Math.min(...sizes))] ?? file.code;
    }
  },
};

const languages: Plugin = {
  name: 'languages',
  generateBundle() {
    for (const [name, pack] of Object.entries(words)) {
      const source = JSON.stringify(Object.fromEntries(markWords(pack, said)));
      this.emitFile({ type: 'asset', fileName: `${name}.json`, source });
    }
  },
};

rmSync(new URL('dist/', import.meta.url), { recursive: true, force: true });
for (const [name, entry] of Object.entries(scripts)) {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    define: {
      WIDGETS_VERSION: JSON.stringify(version),
      IN_ELEMENT: 'true',
    },
    plugins: [lighten, minifyAgain, ...(name === 'sanctuary' ? [languages] : [])],
    build: {
      target: 'es2017',
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
      rolldownOptions: { output: { minify: { compress: true, mangle: false, codegen: false } } },
    },
  });
}
