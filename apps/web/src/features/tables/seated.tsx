import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { tablesApp as words } from '#libs/words';
import { useKeys } from '../../lib/keys.ts';
import { Prints } from './prints.tsx';
import { RoundActs } from './round-acts.tsx';
import { RoundTables } from './round-tables.tsx';
import { firstOpen, missingFrom } from './rooms.ts';
import { Settings } from './settings.tsx';
import type { Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import { Told } from './told.tsx';
import { UnseatedPeople } from './unseated.tsx';
import type { Acts } from './use-acts.ts';

/** Tables are drawn: the rounds, who sits where, and whoever comes late or goes. */
export function Seated({ mixer, acts }: { mixer: Mixer; acts: Acts }) {
  const current = firstOpen(mixer);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = Math.min(chosen ?? current, mixer.rounds);
  const show = (round: number): void => {
    setChosen(round === current ? null : Math.max(1, Math.min(mixer.rounds, round)));
  };
  useKeys(
    mixer.rounds === 1
      ? []
      : [
          {
            key: 'ArrowLeft',
            shown: '←',
            label: words.keys.rounds,
            run: () => {
              show(shown - 1);
            },
          },
          {
            key: 'ArrowRight',
            shown: '→',
            label: words.keys.rounds,
            run: () => {
              show(shown + 1);
            },
          },
        ],
  );
  const missing = missingFrom(mixer);
  const round = mixer.seating.find((one) => one.round === shown);
  return (
    <>
      <RoundActs mixer={mixer} acts={acts} />
      {mixer.state !== 'ended' && <UnseatedPeople mixer={mixer} acts={acts} />}
      <section className={styles['part']} aria-labelledby="rounds">
        <h2 id="rounds" className="unseen">
          {words.rounds}
        </h2>
        <div className="row spread">
          {mixer.rounds > 1 && (
            <SegmentedControl
              aria-label={words.rounds}
              value={String(shown)}
              onChange={(value) => {
                show(Number(value));
              }}
              data={mixer.seating.map((one) => ({ value: String(one.round), label: words.round(one.round) }))}
            />
          )}
          {missing > 0 && mixer.state !== 'ended' && <p className="soft">{words.list.missing(missing)}</p>}
        </div>
        {round !== undefined && <RoundTables key={shown} mixer={mixer} round={round} acts={acts} />}
      </section>
      <Told mixer={mixer} />
      {mixer.state !== 'ended' && (
        <details className={styles['more']}>
          <summary>{words.settings.open}</summary>
          <Settings mixer={mixer} acts={acts} />
        </details>
      )}
      <Prints hasTables />
    </>
  );
}
