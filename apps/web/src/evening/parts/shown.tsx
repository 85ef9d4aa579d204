import { Suspense, lazy } from 'react';
import { eveningPage } from '#libs/words';
import { Caught } from '../../phone/caught.tsx';
import type { SectionProps } from '../calls.ts';
import type { Section } from './place.ts';

/** Each part travels by itself: who asks a question does not wait for what scans a code. */
const Moderate = lazy(async () => ({ default: (await import('../questions/moderate.tsx')).Moderate }));
const Questions = lazy(async () => ({ default: (await import('../questions/questions.tsx')).Questions }));
const Table = lazy(async () => ({ default: (await import('../table/table.tsx')).Table }));
const Contacts = lazy(async () => ({ default: (await import('../contacts/contacts.tsx')).Contacts }));

export function Shown({
  section,
  panelId,
  ...props
}: SectionProps & { section: Section; panelId: string | null }) {
  return (
    <Caught key={section} failed={eveningPage.failed} again={eveningPage.again}>
      <Suspense fallback={<p role="status">{eveningPage.loading}</p>}>
        {section === 'moderate' && <Moderate {...props} panelId={panelId} />}
        {section === 'questions' && <Questions {...props} panelId={panelId} />}
        {section === 'table' && <Table {...props} />}
        {section === 'contacts' && <Contacts {...props} />}
      </Suspense>
    </Caught>
  );
}
