import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** GraphiQL carries its fonts inside its stylesheet, 350 kB of it; the reader's own do as well. */
const withoutFonts: Plugin = {
  name: 'without-fonts',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
      file.source = String(file.source).replaceAll(/@font-face\s*\{[^}]*\}/g, '');
    }
  },
};

/** Builds the playground only: the server itself runs as it is written. */
export default defineConfig({
  root: path('playground'),
  base: '/playground/',
  plugins: [withoutFonts],
  build: {
    outDir: path('dist/playground'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // "use client" speaks to servers that render React; here it is noise.
      onLog: (level, log, show) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && show(level, log),
    },
  },
});
