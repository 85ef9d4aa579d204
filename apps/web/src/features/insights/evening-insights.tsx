import { useSuspenseQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { api } from '../../lib/api.ts';
import { useTitle } from '../../lib/title.ts';
import { useEvent } from '../events/event-queries.ts';
import { eveningInsightsQuery } from './insight-queries.ts';
import { InsightSections } from './insight-sections.tsx';
import { InsightsHead } from './insights-head.tsx';

/** What came of one evening. */
export function EveningInsights() {
  const words = app.insights;
  const path = useEventPath();
  const event = useEvent();
  useTitle(`${words.title} · ${event.title}`);
  const { insights, asOf, timeZone } = useSuspenseQuery(eveningInsightsQuery(path)).data;
  if (event.state === 'cancelled') return <p>{words.cancelled}</p>;
  if (insights === null) return <Empty title={words.notOver} text={words.notOverText} />;
  return (
    <div className="stack" style={{ '--gap': '2.5rem' } as React.CSSProperties}>
      <InsightsHead file={api.insights.eventFile(path)} />
      <InsightSections insights={insights} hidden={words.fewer} asOf={asOf} timeZone={timeZone} />
    </div>
  );
}
