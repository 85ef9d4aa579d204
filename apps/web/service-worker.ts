import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { type Plugin, build } from 'vite';

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...given: never[]) => unknown>>[1];

const page = 'door.html';
const source = resolve(import.meta.dirname, 'src/door/worker/sw.ts');

/**
 * Builds the service worker of the door to door/sw.js: its address stays, and it names what the door needs without network,
 * so that its bytes, and with them what browsers compare, change with any of that.
 */
export const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  writeBundle: {
    sequential: true,
    async handler({ dir }, bundle) {
      const files = shellOf(bundle);
      const html = bundle[page];
      const hash = createHash('sha256').update(files.join('\n'));
      hash.update(html?.type === 'asset' ? html.source : '');
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: {
          SHELL: JSON.stringify(files.map((file) => `/app/${file}`)),
          VERSION: JSON.stringify(hash.digest('hex').slice(0, 12)),
        },
        build: {
          outDir: resolve(dir ?? '', 'door'),
          emptyOutDir: false,
          modulePreload: false,
          rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
    },
  },
};

/** Whatever the page loads, at once or later; of the typefaces the Latin letters, the others when they were once needed. */
function shellOf(bundle: Bundle): string[] {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = bundle[name];
    if (files.has(name) || chunk === undefined) return;
    files.add(name);
    if (chunk.type !== 'chunk') return;
    const { importedCss, importedAssets } = chunk.viteMetadata ?? {};
    const rest = [...(importedCss ?? []), ...(importedAssets ?? [])];
    [...chunk.imports, ...chunk.dynamicImports, ...rest].forEach(add);
  };
  const entry = Object.values(bundle).find(
    (one) => one.type === 'chunk' && one.isEntry && one.facadeModuleId?.endsWith(page),
  );
  if (entry === undefined) throw new Error(`${page} is not built`);
  add(entry.fileName);
  return [...files].filter((file) => !file.endsWith('.woff2') || /-latin(-ext)?-/.test(file)).sort();
}
