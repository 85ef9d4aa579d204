import { app } from '#libs/words';
import type { EventInput } from '../../lib/shapes.ts';
import { localDayAndMinute, placeOfZone } from '../../lib/times.ts';
import styles from './event-form.module.css';

/** The head of the public page as it will read, while it is typed. */
export function EventPreview({ input }: { input: EventInput }) {
  const words = app.events.preview;
  const sameDay = input.startsLocal.slice(0, 10) === input.endsLocal.slice(0, 10);
  const end = sameDay ? input.endsLocal.slice(11) : localDayAndMinute(input.endsLocal);
  const topics = input.panels.filter(({ topic }) => topic.trim() !== '');
  return (
    <aside aria-label={words.label} className={styles['preview']}>
      <p>{words.label}</p>
      <h2>{input.title.trim() === '' ? words.noTitle : input.title}</h2>
      <p>{words.when(localDayAndMinute(input.startsLocal), end, placeOfZone(input.timeZone))}</p>
      <p>{[input.place, input.city].filter((part) => part.trim() !== '').join(', ')}</p>
      <ul>
        {topics.map(({ topic }, at) => (
          <li key={at}>{words.panel(topic)}</li>
        ))}
        {input.mixer !== null && <li>{app.events.mixer[input.mixer.format]}</li>}
        <li className="soft">{words.seats(input.capacity)}</li>
      </ul>
    </aside>
  );
}
