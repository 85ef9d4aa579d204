import { Suspense, lazy } from 'react';
import { critiqueNow } from '#libs/words';
import type { Section, SectionProps } from '../calls.ts';
import { Caught } from '../../phone/caught.tsx';

/** Each part travels by itself: who listens does not wait for what who uploads needs. */
const Work = lazy(async () => ({ default: (await import('../work/work.tsx')).Work }));
const Now = lazy(async () => ({ default: (await import('../now/now.tsx')).Now }));
const Letter = lazy(async () => ({ default: (await import('../letter/letter.tsx')).Letter }));
const Picks = lazy(async () => ({ default: (await import('../picks/picks.tsx')).Picks }));

export function Shown({ section, ...props }: SectionProps & { section: Section }) {
  return (
    <Caught key={section} failed={critiqueNow.page.failed} again={critiqueNow.page.again}>
      <Suspense fallback={<p role="status">{critiqueNow.page.loading}</p>}>
        {section === 'work' && <Work {...props} />}
        {section === 'now' && <Now {...props} />}
        {section === 'letter' && <Letter {...props} />}
        {section === 'people' && <Picks {...props} />}
      </Suspense>
    </Caught>
  );
}
