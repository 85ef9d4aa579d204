import { Button, Menu } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { tablesApp as words } from '#libs/words';
import { ButtonLink } from '../../components/links.tsx';
import { StateWord } from '../../components/state-word.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useKeys } from '../../lib/keys.ts';
import { RoundClock } from './round-clock.tsx';
import type { Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import type { Acts } from './use-acts.ts';

/** Where the rounds stand, their clock, and the next step. */
export function RoundActs({ mixer, acts }: { mixer: Mixer; acts: Acts }) {
  const { state, round, rounds } = mixer;
  const { slug = '', eventId = '' } = useParams({ strict: false });
  useKeys(
    state === 'ended' ? [] : [{ key: 'n', shown: 'N', label: words.keys.next, run: acts.next, once: true }],
  );
  return (
    <div className={styles['head']}>
      <div className={styles['standing']}>
        <StateWord tone={state === 'running' ? 'good' : 'quiet'}>
          {state === 'running'
            ? words.state.running(round, rounds)
            : words.state[state === 'ended' ? 'ended' : 'seated']}
        </StateWord>
        {state === 'running' && <RoundClock mixer={mixer} />}
      </div>
      <div className="row">
        {state !== 'ended' && (
          <Button loading={acts.isBusy} onClick={acts.next}>
            {nextOf(mixer)}
          </Button>
        )}
        <ButtonLink
          to="/$slug/events/$eventId/tables/map"
          params={{ slug, eventId }}
          variant="default"
          target="_blank"
        >
          {words.screen}
        </ButtonLink>
        {state === 'seated' ? (
          <DrawAgain mixer={mixer} acts={acts} />
        ) : (
          <Button variant="subtle" disabled={acts.isBusy} onClick={acts.back}>
            {words.acts.back}
          </Button>
        )}
      </div>
      {acts.isBusy && state === 'seated' && <Waiting what={words.draw.drawing} />}
    </div>
  );
}

function nextOf({ round, rounds }: Mixer): string {
  if (round === 0) return words.acts.start;
  return round === rounds ? words.acts.end : words.acts.next(round + 1);
}

function DrawAgain({ mixer: { here, people, fewestPeople }, acts }: { mixer: Mixer; acts: Acts }) {
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="subtle" disabled={acts.isBusy}>
          {words.draw.again}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles['menu'] ?? ''}>
        <Menu.Item
          disabled={here < fewestPeople}
          onClick={() => {
            acts.drawAgain('here');
          }}
        >
          {words.draw.againHere(here)}
        </Menu.Item>
        <Menu.Item
          disabled={people.length < fewestPeople}
          onClick={() => {
            acts.drawAgain('going');
          }}
        >
          {words.draw.againGoing(people.length)}
        </Menu.Item>
        <Menu.Item onClick={acts.clear}>{words.draw.clear}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
