import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { api } from '../../lib/api.ts';
import { useTitle } from '../../lib/title.ts';
import { organizationInsightsQuery } from './insight-queries.ts';
import { InsightSections } from './insight-sections.tsx';
import { InsightsHead } from './insights-head.tsx';
import { OverEvenings } from './over-evenings.tsx';

/** What came of all evenings: together, one by one, and by format. */
export function OrganizationInsightsPage() {
  const words = app.insights;
  const { organizationId, slug } = useMembership();
  useTitle(words.title);
  const { data } = useSuspenseQuery(organizationInsightsQuery(organizationId));
  return (
    <div className="stack" style={{ '--gap': '2.5rem' } as React.CSSProperties}>
      <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
      </div>
      {data.evenings.length === 0 ? (
        <Empty title={words.none} text={words.noneText}>
          <Button component={Link} to="/$slug" params={{ slug } as never} variant="default">
            {words.toEvents}
          </Button>
        </Empty>
      ) : (
        <>
          <InsightsHead file={api.insights.organizationFile(organizationId)} />
          <OverEvenings insights={data} slug={slug} />
          <div className="stack section" style={{ '--gap': '2.5rem' } as React.CSSProperties}>
            <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
              <h2>{words.sections.all}</h2>
              <p className="soft">{words.together}</p>
            </div>
            <InsightSections
              insights={data.total}
              hidden={words.hidden}
              asOf={data.asOf}
              timeZone={data.timeZone}
            />
          </div>
        </>
      )}
    </div>
  );
}
