import { Suspense, lazy, memo, useDeferredValue, useEffect, useRef, useState } from 'react';
import { app } from '#libs/words';
import { Waiting } from '../../components/waiting.tsx';
import type { BoardPerson, IntroductionView } from '../../lib/shapes.ts';
import styles from './people.module.css';

const MapView = lazy(async () => ({ default: (await import('./map-view.tsx')).MapView }));

interface Props {
  people: readonly BoardPerson[];
  introductions: readonly IntroductionView[];
}

/** The map of the room; fetched and drawn only when somebody comes near it, so that it costs no decision anything. */
export const RoomSection = memo(function RoomSection(props: Props) {
  // A decision is answered first; the lines follow.
  const people = useDeferredValue(props.people);
  const introductions = useDeferredValue(props.introductions);
  const words = app.introductions.map;
  const place = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setNear(true);
      },
      { rootMargin: '400px' },
    );
    watch.observe(place.current);
    return () => {
      watch.disconnect();
    };
  }, []);
  return (
    <section ref={place} aria-label={words.title} className={styles['map']}>
      <h2>{words.title}</h2>
      <p className="soft">{words.text}</p>
      {near && (
        <Suspense fallback={<Waiting />}>
          <MapView people={people} introductions={introductions} />
        </Suspense>
      )}
    </section>
  );
});
