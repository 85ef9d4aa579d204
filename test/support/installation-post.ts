import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from './api.ts';
import { makeMember, makeOrganization, makePerson } from './factories.ts';
import { type SmtpSink, startSink } from './smtp-sink.ts';
import { startTestWorker } from './worker.ts';

/** An installation, who runs it, and a mail server; a worker where a test starts one. */
export interface InstallationPost {
  api: Api;
  sink: SmtpSink;
  /** The organization that was here first. */
  first: { id: string };
  runner: { id: string; email: string };
  cookie: string;
  /** What whoever runs it reads below the route of the post. */
  get(below?: string): Promise<Record<string, unknown>>;
  startWorker(): Promise<void>;
  /** No worker, and a mail server that takes everything again. */
  calm(): Promise<void>;
  stop(): Promise<void>;
}

export async function startInstallationPost(): Promise<InstallationPost> {
  const api = await startApi({ time: '2026-10-20T17:00:00Z' });
  const sink = await startSink();
  const first = await makeOrganization(api.database, { name: 'The first guild' });
  await api.database.sql(`update organizations set created_at = created_at - interval '1 year'`);
  const runner = await makePerson(api.database, { email: 'runner@example.org' });
  await makeMember(api.database, first.id, 'owner', runner);
  const cookie = await api.cookieOf(runner.id);
  let worker: RunningWorker | undefined;
  const calm = async () => {
    sink.behave();
    await worker?.stop();
    worker = undefined;
  };
  return {
    api,
    sink,
    first,
    runner,
    cookie,
    get: async (below = '') => {
      const { body } = await api.http
        .get(`/api/v1/installation/mail${below}`)
        .set('cookie', cookie)
        .expect(200);
      return body as Record<string, unknown>;
    },
    startWorker: async () => {
      worker = await startTestWorker({ database: api.database, smtpUrl: sink.url, publicUrl: api.url });
    },
    calm,
    stop: async () => {
      await calm();
      await sink.stop();
      await api.stop();
    },
  };
}
