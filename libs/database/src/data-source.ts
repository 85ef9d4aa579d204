import {
  Assignment,
  Attendee,
  Circle,
  CircleMember,
  ConnectPick,
  Consent,
  CreditEntry,
  Critique,
  CritiqueSession,
  CritiqueSlot,
  DoorLink,
  Event,
  EventMessage,
  EventSeats,
  EventSeries,
  GuestListImport,
  Introduction,
  IntroductionSide,
  Invitation,
  Member,
  Mixer,
  MixerSeat,
  Offer,
  Organization,
  Panel,
  PanelPerson,
  PanelQuestion,
  Person,
  StoredFile,
  Submission,
  Synonyms,
} from '#libs/domain';
import { DataSource } from 'typeorm';
import { Foundation0001 } from './migrations/0001-foundation.ts';
import { RsvpRules0002 } from './migrations/0002-rsvp-rules.ts';
import { IdempotencyKeys0003 } from './migrations/0003-idempotency-keys.ts';
import { UpcomingEvents0004 } from './migrations/0004-upcoming-events.ts';
import { SaidNo0005 } from './migrations/0005-said-no.ts';
import { Synonyms0006 } from './migrations/0006-synonyms.ts';
import { MonthsAfter0007 } from './migrations/0007-months-after.ts';
import { Board0009 } from './migrations/0009-board.ts';
import { Circles0011 } from './migrations/0011-circles.ts';
import { Erasure0012 } from './migrations/0012-erasure.ts';
import { Suggestions0008 } from './migrations/0008-suggestions.ts';
import { Learning0010 } from './migrations/0010-learning.ts';
import { FollowUps0013 } from './migrations/0013-follow-ups.ts';
import { Wanted0014 } from './migrations/0014-wanted.ts';
import { DueWork0015 } from './migrations/0015-due-work.ts';
import { WhatShows0016 } from './migrations/0016-what-shows.ts';
import { Critique0017 } from './migrations/0017-critique.ts';
import { UnseenPairs0018 } from './migrations/0018-unseen-pairs.ts';
import { CritiqueEnds0019 } from './migrations/0019-critique-ends.ts';
import { TheEvening0020 } from './migrations/0020-the-evening.ts';
import { Delivery0021 } from './migrations/0021-delivery.ts';
import { Bounces0022 } from './migrations/0022-bounces.ts';
import { Series0024 } from './migrations/0024-series.ts';
import { Messages0023 } from './migrations/0023-messages.ts';
import { Feeds0025 } from './migrations/0025-feeds.ts';
import { Topics0026 } from './migrations/0026-topics.ts';
import { MailHealth0027 } from './migrations/0027-mail-health.ts';
import { Languages0028 } from './migrations/0028-languages.ts';
import { OwnWord0029 } from './migrations/0029-own-word.ts';
import { RefusedAsSpam0030 } from './migrations/0030-refused-as-spam.ts';
import { ReplyAddress0032 } from './migrations/0032-reply-address.ts';
import { SnakeNaming } from './naming.ts';

export const entities = [
  Assignment,
  Attendee,
  Circle,
  CircleMember,
  ConnectPick,
  Consent,
  CreditEntry,
  Critique,
  CritiqueSession,
  CritiqueSlot,
  DoorLink,
  Event,
  EventMessage,
  EventSeats,
  EventSeries,
  GuestListImport,
  Introduction,
  IntroductionSide,
  Invitation,
  Member,
  Mixer,
  MixerSeat,
  Offer,
  Organization,
  Panel,
  PanelPerson,
  PanelQuestion,
  Person,
  StoredFile,
  Submission,
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
      MonthsAfter0007,
      Board0009,
      Suggestions0008,
      Learning0010,
      Circles0011,
      Erasure0012,
      FollowUps0013,
      Wanted0014,
      DueWork0015,
      WhatShows0016,
      Critique0017,
      UnseenPairs0018,
      CritiqueEnds0019,
      TheEvening0020,
      Series0024,
      Delivery0021,
      Bounces0022,
      Messages0023,
      Feeds0025,
      Topics0026,
      MailHealth0027,
      Languages0028,
      OwnWord0029,
      RefusedAsSpam0030,
      ReplyAddress0032,
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
