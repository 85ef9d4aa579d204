import pg from 'pg';

export interface Listening {
  close(): Promise<void>;
}

/** How long after a lost connection the next one is tried. Whoever listens also looks by itself now and then. */
const patience = 1_000;

/**
 * Calls `heard` at each notification on these channels with what it says, and once more after each time the connection
 * was lost: then with null, because nobody knows what was missed.
 */
export async function listen(
  url: string,
  channels: readonly string[],
  heard: (channel: string, says: string | null) => void,
): Promise<Listening> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'acquaint-listen',
      keepAlive: true,
    });
    fresh.on('notification', ({ channel, payload }) => {
      heard(channel, payload ?? '');
    });
    fresh.on('error', () => {
      reconnectLater(fresh);
    });
    await fresh.connect();
    for (const channel of channels) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    client = fresh;
  };

  const reconnectLater = (lost?: pg.Client): void => {
    lost?.end().catch(() => undefined);
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      connect().then(
        () => {
          for (const channel of channels) heard(channel, null);
        },
        reconnectLater.bind(undefined, undefined),
      );
    }, patience);
  };

  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
