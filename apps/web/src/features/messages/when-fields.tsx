import { NativeSelect, TextInput } from '@mantine/core';
import { messagesApp } from '#libs/words';
import { useMe } from '../../app/me.ts';
import { placeOfZone, zoneName } from '../../lib/times.ts';
import { Choices } from '../events/choices.tsx';
import { useEvent } from '../events/event-queries.ts';
import { type Leaves, type MessageDraft, lengths, usualLeaves } from './message-draft.ts';
import { instantOf, localOf } from './message-when.ts';
import styles from './messages.module.css';

const words = messagesApp.form;

interface Props {
  draft: MessageDraft;
  change: (leaves: Leaves) => void;
  fault: string | undefined;
}

/** When a message leaves: at once, at a moment of the event's zone, or with the event wherever that is moved. */
export function WhenFields({ draft: { kind, leaves }, change, fault }: Props) {
  const { timeZone } = useEvent();
  const { now } = useMe();
  const anchor = kind === 'reminder' ? 'start' : 'end';
  const byEvent = {
    value: 'event',
    label: words.byEvent[anchor],
    more: leaves.by === 'event' && <HowLong leaves={leaves} change={change} />,
  } as const;
  const byHand = [
    { value: 'now', label: words.now, help: words.nowHelp },
    {
      value: 'moment',
      label: words.atTime,
      more: leaves.by === 'moment' && <Moment local={leaves.local} change={change} fault={fault} />,
    },
  ] as const;
  if (kind === 'reminder' && leaves.by === 'event')
    return (
      <fieldset className={styles['group']}>
        <legend>{words.when}</legend>
        <HowLong leaves={leaves} change={change} />
        <Night />
      </fieldset>
    );
  const choose = (by: Leaves['by']): void => {
    if (by === leaves.by) return;
    if (by === 'now') change({ by });
    else if (by === 'event') change(usualLeaves('thanks'));
    else change({ by, local: nextMorning(now, timeZone) });
  };
  return (
    <div className={styles['group']}>
      <Choices
        label={words.when}
        choices={kind === 'thanks' ? [byEvent, ...byHand] : byHand}
        value={leaves.by}
        change={choose}
      />
      <Night />
    </div>
  );
}

const Night = () => <p className="soft small">{words.night}</p>;

/** Ten o'clock of the next day. */
const nextMorning = (now: string, timeZone: string): string => {
  const tomorrow = new Date(Date.parse(now) + 24 * 3_600_000).toISOString();
  return `${localOf(tomorrow, timeZone).slice(0, 10)}T10:00`;
};

function Moment({ local, change, fault }: Pick<Props, 'change' | 'fault'> & { local: string }) {
  const { timeZone } = useEvent();
  const zone = local === '' ? '' : zoneName(instantOf(local, timeZone), timeZone);
  return (
    <TextInput
      type="datetime-local"
      name="sendAt"
      label={words.moment}
      description={words.zone(placeOfZone(timeZone), zone)}
      required
      value={local}
      onChange={({ currentTarget }) => {
        change({ by: 'moment', local: currentTarget.value });
      }}
      error={fault}
    />
  );
}

interface HowLongProps {
  leaves: Extract<Leaves, { by: 'event' }>;
  change: (leaves: Leaves) => void;
}

/** The usual lengths, and the one that is set already. */
function HowLong({ leaves: { rule }, change }: HowLongProps) {
  const { anchor, minutes } = rule;
  const usual: readonly number[] = lengths[anchor];
  const offered = usual.includes(minutes) ? usual : [...usual, minutes];
  return (
    <NativeSelect
      label={words.howLong[anchor]}
      className={styles['narrow'] ?? ''}
      value={String(minutes)}
      data={offered.map((one) => ({ value: String(one), label: messagesApp.rule(anchor, one) }))}
      onChange={({ currentTarget: { value } }) => {
        change({ by: 'event', rule: { anchor, minutes: Number(value) } });
      }}
    />
  );
}
