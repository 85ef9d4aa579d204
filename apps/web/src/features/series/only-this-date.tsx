import { useQuery } from '@tanstack/react-query';
import { seriesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { seriesOfEventQuery } from './series-queries.ts';

/** Above the form of a date of a series: the others stay as they are. */
export function OnlyThisDate() {
  const { data } = useQuery(seriesOfEventQuery(useEventPath()));
  if (data === undefined || data.series === null) return null;
  return <p className="soft">{seriesApp.panel.onlyThis}</p>;
}
