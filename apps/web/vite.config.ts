import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Built to dist/web and served by the api under /app/; `source` lets #libs/words resolve to its TypeScript. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The policy of the api allows files of our own origin only: nothing inlined, nothing from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One chunk of React, router, query and Mantine: 157 kB gzip of the 200 kB that a first visit may load.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
