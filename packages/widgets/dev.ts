// npm run dev: all that is made of the sources, made again whenever one of them changes. Vite's own watching would
// see neither a changed question nor another language.
import './generate.ts';
import './build.ts';
