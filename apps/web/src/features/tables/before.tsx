import { Button } from '@mantine/core';
import { tablesApp as words } from '#libs/words';
import { Waiting } from '../../components/waiting.tsx';
import { Prints } from './prints.tsx';
import { Settings } from './settings.tsx';
import type { DrawInput, Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import type { Acts } from './use-acts.ts';

/** Before tables are drawn: how people will sit, and the draw. */
export function Before({ mixer, acts }: { mixer: Mixer; acts: Acts }) {
  return (
    <>
      <p>{words.lead}</p>
      <section className={styles['part']} aria-labelledby="how">
        <h2 id="how">{words.settings.title}</h2>
        <Settings mixer={mixer} acts={acts} />
      </section>
      <Draw mixer={mixer} acts={acts} />
      <Prints />
    </>
  );
}

function Draw({ mixer: { here, people, fewestPeople, mostPeople }, acts }: { mixer: Mixer; acts: Acts }) {
  const fits = (count: number): boolean => count >= fewestPeople && count <= mostPeople;
  const isHere = fits(here);
  const draw = (who: DrawInput['who']) => (
    <Button
      variant={who === 'here' || !isHere ? 'filled' : 'default'}
      loading={acts.isBusy}
      disabled={!fits(who === 'here' ? here : people.length)}
      onClick={() => {
        acts.draw(who);
      }}
    >
      {who === 'here' ? words.draw.here(here) : words.draw.going(people.length)}
    </Button>
  );
  return (
    <section className={styles['part']} aria-labelledby="draw">
      <h2 id="draw">{words.draw.title}</h2>
      <div className="row">
        {draw('here')}
        {people.length > here && draw('going')}
      </div>
      {whyNot({ here, going: people.length, fewest: fewestPeople, most: mostPeople }).map((text) => (
        <p key={text} className="soft">
          {text}
        </p>
      ))}
      {acts.isBusy && <Waiting what={words.draw.drawing} />}
    </section>
  );
}

function whyNot({
  here,
  going,
  fewest,
  most,
}: Record<'here' | 'going' | 'fewest' | 'most', number>): string[] {
  if (going < fewest) return [words.draw.fewGoing(fewest)];
  if (here > most) return [words.draw.many(most)];
  if (here < fewest) return [words.draw.few(fewest), words.draw.early];
  return [words.draw.early];
}
