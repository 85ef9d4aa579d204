import {
  Attendee,
  Consent,
  CritiqueSession,
  Event,
  EventSeats,
  GuestListImport,
  Introduction,
  IntroductionSide,
  Invitation,
  Member,
  Mixer,
  Offer,
  Organization,
  Panel,
  Person,
  Synonyms,
} from '#libs/domain';
import { DataSource } from 'typeorm';
import { Foundation0001 } from './migrations/0001-foundation.ts';
import { RsvpRules0002 } from './migrations/0002-rsvp-rules.ts';
import { IdempotencyKeys0003 } from './migrations/0003-idempotency-keys.ts';
import { UpcomingEvents0004 } from './migrations/0004-upcoming-events.ts';
import { SaidNo0005 } from './migrations/0005-said-no.ts';
import { Synonyms0006 } from './migrations/0006-synonyms.ts';
import { SnakeNaming } from './naming.ts';

export const entities = [
  Attendee,
  Consent,
  CritiqueSession,
  Event,
  EventSeats,
  GuestListImport,
  Introduction,
  IntroductionSide,
  Invitation,
  Member,
  Mixer,
  Offer,
  Organization,
  Panel,
  Person,
  Synonyms,
];

/**
 * The one DataSource of a process. No statement may wait for ever: 15 s is far above the slowest page and below the
 * 20 s after which a silent worker loses its jobs.
 */
export function dataSource(url: string, options: { poolSize?: number; name?: string } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: [
      Foundation0001,
      RsvpRules0002,
      IdempotencyKeys0003,
      UpcomingEvents0004,
      SaidNo0005,
      Synonyms0006,
    ],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.name ?? 'acquaint',
    connectTimeoutMS: 5_000,
    extra: { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
  });
}
