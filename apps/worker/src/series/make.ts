import { type Database, lockSeries, makeDates } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type Jobs, later } from '#libs/jobs';

/** Makes the dates of a series that have come near, and comes back when the next one has. */
export async function makeSeries(
  { organizationId, seriesId }: Jobs['series.make'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const series = await lockSeries(tx, organizationId, seriesId);
    await makeDates(tx, series, system);
    if (series.nextAt === null) return;
    const key = `series:${seriesId}`;
    await later(tx, 'series.make', { organizationId, seriesId }, { key, runAt: series.nextAt });
  });
}
