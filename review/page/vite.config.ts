import { defineConfig } from 'vite';

/** The page's content security policy allows nothing inline and nothing from elsewhere: every file stands by itself. */
export default defineConfig({
  base: './',
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
  },
});
