import type { TestDatabase } from '../support/postgres.ts';
import type { Random } from './random.ts';

export interface Listed {
  id: string;
  personId: string;
  email: string;
  status: string;
  version: number;
}

/** Who is on the list, looked at now and then: what clients choose from is always a little old, as on a real screen. */
export class Roster {
  private listed: Listed[] = [];
  private readAt = -Infinity;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly database: TestDatabase,
    private readonly eventId: string,
  ) {}

  /** Somebody with one of these statuses, as far as we know. */
  async somebody(random: Random, ...statuses: string[]): Promise<Listed | undefined> {
    await this.refresh();
    return random.oneOf(this.listed.filter(({ status }) => statuses.includes(status)));
  }

  async several(random: Random, count: number, ...statuses: string[]): Promise<Listed[]> {
    await this.refresh();
    return random.shuffled(this.listed.filter(({ status }) => statuses.includes(status))).slice(0, count);
  }

  private async refresh(): Promise<void> {
    if (performance.now() - this.readAt < 40) return;
    this.reading ??= this.read().finally(() => (this.reading = null));
    await this.reading;
  }

  private async read(): Promise<void> {
    this.listed = await this.database.sql<Listed & Record<string, unknown>>(
      `select a.id, a.person_id as "personId", p.email, a.status, a.version from attendees a join people p on p.id = a.person_id
       where a.event_id = $1`,
      [this.eventId],
    );
    this.readAt = performance.now();
  }
}
