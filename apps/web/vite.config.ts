import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { type Plugin, defaultClientConditions, defineConfig } from 'vite';
import { serviceWorker } from './service-worker.ts';

/** Below this a compressed copy saves no packet. */
const worthCompressing = 1024;

/** Text is compressed here once, as small as it gets, instead of by the api for every visitor. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle: ({ dir }) => {
    const assets = resolve(dir ?? '', 'assets');
    for (const name of readdirSync(assets).filter((one) => /\.(?:js|css|svg|wasm)$/.test(one))) {
      const file = resolve(assets, name);
      const whole = readFileSync(file);
      if (whole.length < worthCompressing) continue;
      writeFileSync(`${file}.gz`, gzipSync(whole, { level: 9 }));
      writeFileSync(`${file}.br`, brotliCompressSync(whole));
    }
  },
};

/** Built to dist/web and served by the api under /app/; `source` lets #libs/words resolve to its TypeScript. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), compressed, serviceWorker],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The app of the staff, the page of those who bring and hear works, the phones of an evening, and its door.
    rolldownOptions: {
      input: ['index.html', 'critique.html', 'evening.html', 'door.html'].map((page) =>
        resolve(import.meta.dirname, page),
      ),
      // What is not read of the catalogue is not loaded: its index names every sentence there is.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/words\//, sideEffects: false }] },
    },
    // The policy of the api allows files of our own origin only: nothing inlined, nothing from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One chunk of React, router, query and Mantine: 157 kB gzip of the 200 kB that a first visit may load.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
