import { Database, type SwappedContact, swappedContacts } from '#libs/database';
import { found, inOrganization, Organization } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { IntroductionStopsService } from './introduction-stops.service.ts';
import { type MyAsk, openAsksOfPerson } from './my-asks.queries.ts';
import { type KeptApart, keptApartOf, madeOf, type MyIntroduction } from './my-introductions.queries.ts';

/** Everything about introductions that is a person's own. */
export interface Mine {
  asks: MyAsk[];
  introductions: MyIntroduction[];
  keptApart: KeptApart[];
  /** With whom they swapped contacts at an evening. */
  swapped: SwappedContact[];
  /** Null: not paused. */
  pausedUntil: Date | null;
  /** How many they want from their next evening, 0 to 3. */
  most: number;
}

export interface FollowedUp {
  organizationName: string;
  accent: string | null;
  introductions: MyIntroduction[];
}

type InOne = Pick<Mine, 'asks' | 'introductions' | 'keptApart' | 'swapped'>;

/** What a person sees of their own introductions: those that were made, and nothing of any that were not. */
@Injectable()
export class MyIntroductionsService {
  constructor(
    private readonly db: Database,
    private readonly stops: IntroductionStopsService,
  ) {}

  /** Over all organizations: questions by when they end, introductions and swapped contacts newest first. */
  async mine(personId: string): Promise<Mine> {
    const organizations = await this.organizationsOf(personId);
    const [wanted, ...lists] = await Promise.all([
      this.stops.wantedBy(personId),
      ...organizations.map((organizationId) => this.inOrganization(organizationId, personId)),
    ]);
    const apart = new Map(
      lists
        .flatMap(({ keptApart }) => keptApart)
        .sort(named)
        .map((one) => [one.blockedId, one]),
    );
    return {
      asks: lists
        .flatMap(({ asks }) => asks)
        .sort((one, other) => one.endsAt.getTime() - other.endsAt.getTime()),
      introductions: lists
        .flatMap(({ introductions }) => introductions)
        .sort((one, other) => other.introducedAt.getTime() - one.introducedAt.getTime()),
      keptApart: [...apart.values()],
      swapped: lists
        .flatMap(({ swapped }) => swapped)
        .sort((one, other) => other.agreedAt.getTime() - one.agreedAt.getTime()),
      ...wanted,
    };
  }

  /** Those of one organization, newest first, for the link of a follow-up. */
  followedUp(organizationId: string, personId: string): Promise<FollowedUp> {
    return this.db.read(inOrganization(organizationId, { kind: 'person', id: personId }), async (reader) => {
      const { name, accent } = found(await reader.one(Organization, { id: organizationId }));
      return {
        organizationName: name,
        accent,
        introductions: await madeOf(reader, { organizationId, personId }),
      };
    });
  }

  private inOrganization(organizationId: string, personId: string): Promise<InOne> {
    const whose = { organizationId, personId };
    return this.db.read(inOrganization(organizationId, { kind: 'person', id: personId }), async (reader) => ({
      asks: await openAsksOfPerson(reader, whose),
      introductions: await madeOf(reader, whose),
      keptApart: await keptApartOf(reader, whose),
      swapped: await swappedContacts(reader, whose),
    }));
  }

  private async organizationsOf(personId: string): Promise<string[]> {
    const rows = await this.db.read({ kind: 'person', personId }, (reader) =>
      reader.query<{ id: string }>(
        `select organization_id as id from introduction_sides where person_id = $1 and consent <> 'not_asked'
         union select organization_id from contact_swaps where person_id = $1 and agreed_at is not null`,
        [personId],
      ),
    );
    return rows.map(({ id }) => id);
  }
}

/** Of two lines about one person, the one with a name is kept: it comes last. */
const named = (one: KeptApart, other: KeptApart): number =>
  Number(one.name !== null) - Number(other.name !== null);
