import { Button, CloseButton, TextInput } from '@mantine/core';
import { app } from '#libs/words';
import { localDayAndMinute, placeOfZone } from '../../lib/times.ts';
import { fewestDates, mostDates, nextEvening } from './choice.ts';
import styles from './circles.module.css';

interface Props {
  /** Local times of the zone, "2026-11-10T18:30". */
  dates: readonly string[];
  change: (dates: readonly string[]) => void;
  timeZone: string;
  faults: Record<string, string>;
}

/** Three to five evenings, each filled in and each to be changed. */
export function Evenings({ dates, change, timeZone, faults }: Props) {
  const words = app.circles.form;
  return (
    <fieldset className={styles['evenings']}>
      <legend>{words.dates}</legend>
      <p className="soft">{words.datesHelp(placeOfZone(timeZone))}</p>
      {dates.map((date, at) => (
        <div key={at} className={styles['evening']}>
          <TextInput
            type="datetime-local"
            name={`dates.${String(at)}`}
            label={words.date(at + 1)}
            description={localDayAndMinute(date)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={date}
            error={faults[`dates.${String(at)}`] ?? (at === 0 && faults['dates'])}
            onChange={({ currentTarget }) => {
              change(dates.map((one, place) => (place === at ? currentTarget.value : one)));
            }}
          />
          {dates.length > fewestDates && (
            <CloseButton
              size="xl"
              aria-label={words.removeDate(at + 1)}
              onClick={() => {
                change(dates.filter((_, place) => place !== at));
              }}
            />
          )}
        </div>
      ))}
      {dates.length < mostDates && (
        <div>
          <Button
            variant="default"
            onClick={() => {
              change([...dates, nextEvening(dates)]);
            }}
          >
            {words.addDate}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
