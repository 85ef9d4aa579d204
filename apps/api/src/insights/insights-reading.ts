import type { Reader } from '#libs/database';
import {
  Event,
  type Insights,
  type Member,
  Organization,
  found,
  lastMidnight,
  tellEvening,
  tellSums,
} from '#libs/domain';
import { type EveningRow, type Format, formats, readEvenings } from './insights.queries.ts';

export interface EveningInsights {
  asOf: Date;
  /** The organization's, in which `asOf` is a midnight. */
  timeZone: string;
  slug: string;
  /** Null until the midnight after the evening, and for one that was cancelled. */
  insights: Insights | null;
}

export interface OrganizationInsights {
  asOf: Date;
  timeZone: string;
  slug: string;
  /** Newest first. */
  evenings: { evening: EveningRow; insights: Insights }[];
  formats: { format: Format; evenings: number; insights: Insights }[];
  total: Insights;
}

/** @throws DomainError not-found */
export async function readEvent(reader: Reader, member: Member, eventId: string): Promise<EveningInsights> {
  const { organizationId } = member;
  const { slug } = found(await reader.one(Event, { id: eventId, organizationId }));
  const { asOf, timeZone } = await midnightOf(reader, organizationId);
  const [evening] = await readEvenings(reader, member, asOf, eventId);
  return { asOf, timeZone, slug, insights: evening === undefined ? null : tellEvening(evening, asOf) };
}

export async function readOrganization(reader: Reader, member: Member): Promise<OrganizationInsights> {
  const { slug, asOf, timeZone } = await midnightOf(reader, member.organizationId);
  const evenings = await readEvenings(reader, member, asOf);
  const groups = formats
    .map((format) => ({ format, own: evenings.filter((evening) => evening.formats.includes(format)) }))
    .filter(({ own }) => own.length > 0);
  const idsOf = (rows: readonly EveningRow[]): string[] => rows.map(({ id }) => id);
  const [total, ...sums] = tellSums(
    evenings,
    [idsOf(evenings), ...groups.map(({ own }) => idsOf(own))],
    asOf,
  );
  return {
    slug,
    asOf,
    timeZone,
    evenings: evenings.map((evening) => ({ evening, insights: tellEvening(evening, asOf) })),
    formats: groups.flatMap(({ format, own }, at) => {
      const insights = sums[at];
      return insights === undefined ? [] : [{ format, evenings: own.length, insights }];
    }),
    total: found(total),
  };
}

async function midnightOf(
  reader: Reader,
  organizationId: string,
): Promise<{ asOf: Date; timeZone: string; slug: string }> {
  const { timeZone, slug } = found(await reader.one(Organization, { id: organizationId }));
  return { asOf: lastMidnight(reader.now, timeZone), timeZone, slug };
}
