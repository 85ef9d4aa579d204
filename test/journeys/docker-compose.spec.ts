import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig as readApi } from '../../apps/api/src/config.ts';
import { readConfig as readSetup } from '../../apps/setup/src/config.ts';
import { readConfig as readWorker } from '../../apps/worker/src/config.ts';

interface Service {
  command?: string;
  environment?: Record<string, string>;
}

const secret = Buffer.alloc(32, 1).toString('base64url');
const env: Record<string, string> = {
  APP_PASSWORD: 'app',
  OWNER_PASSWORD: 'owner',
  SECRET_KEYS: `k1:${secret}`,
};

const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

/** What docker makes of ${NAME:-default} and ${NAME:?complaint}. */
function resolved(service: string): Record<string, string> {
  const pairs = Object.entries(services[service]!.environment ?? {}).map(([name, value]) => [
    name,
    value.replace(
      /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
      (_, key: string, fallback = '') => env[key] ?? (fallback as string),
    ),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

describe('docker-compose.yml', () => {
  it('starts every app with a configuration that the app accepts', () => {
    expect(readSetup(resolved('migrate'))).toMatchObject({ mode: 'live' });
    expect(readApi(resolved('api'))).toMatchObject({ host: '0.0.0.0', port: 3000, webFolder: 'dist/web' });
    expect(readWorker(resolved('worker'))).toMatchObject({ smtpUrl: 'smtp://mail:1025' });
  });

  it('gives the owner of the tables to setup alone', () => {
    expect(
      Object.keys(services).filter((name) => 'DATABASE_OWNER_URL' in (services[name]!.environment ?? {})),
    ).toEqual(['migrate']);
  });
});

describe('a configuration', () => {
  it('names every fault at once and starts nothing', () => {
    expect(() => readSetup({ DATABASE_URL: 'mysql://x', SECRET_KEYS: 'short' })).toThrow(
      /DATABASE_OWNER_URL is missing[^]*DATABASE_URL must start with[^]*PUBLIC_URL is missing[^]*SECRET_KEYS must be[^]*SMTP_URL is missing/,
    );
  });
});
