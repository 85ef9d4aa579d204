import { Input, NumberInput, SegmentedControl, TextInput, Textarea } from '@mantine/core';
import { app } from '#libs/words';
import { ZoneSelect } from '../../components/zone-select.tsx';
import type { EventInput } from '../../lib/shapes.ts';
import { withStart } from './event-draft.ts';
import styles from './event-form.module.css';
import { PanelTopics } from './panel-topics.tsx';
import { QuestionList } from './question-list.tsx';
import { RsvpRules } from './rsvp-rules.tsx';

interface Props {
  input: EventInput;
  change: (input: EventInput) => void;
  faults: Record<string, string>;
}

/** Every field of an event on one page; title, time and place are enough to publish. */
export function EventForm({ input, change, faults }: Props) {
  const words = app.events.form;
  const set = (part: Partial<EventInput>): void => {
    change({ ...input, ...part });
  };
  return (
    <div className={styles['form']}>
      <TextInput
        label={words.title}
        name="title"
        required
        maxLength={200}
        value={input.title}
        onChange={({ currentTarget }) => {
          set({ title: currentTarget.value });
        }}
        error={faults['title']}
      />
      <fieldset className={styles['pair']}>
        <legend>{words.when}</legend>
        <TextInput
          type="datetime-local"
          label={words.starts}
          name="startsLocal"
          required
          value={input.startsLocal}
          onChange={({ currentTarget }) => {
            change(withStart(input, currentTarget.value));
          }}
          error={faults['startsLocal']}
        />
        <TextInput
          type="datetime-local"
          label={words.ends}
          name="endsLocal"
          required
          value={input.endsLocal}
          onChange={({ currentTarget }) => {
            set({ endsLocal: currentTarget.value });
          }}
          error={faults['endsLocal']}
        />
        <div className={styles['wide']}>
          <ZoneSelect
            value={input.timeZone}
            description={words.zoneHelp}
            onChange={(timeZone) => {
              set({ timeZone });
            }}
            error={faults['timeZone']}
          />
        </div>
      </fieldset>
      <fieldset className={styles['pair']}>
        <legend>{words.where}</legend>
        <TextInput
          label={words.place}
          name="place"
          description={words.placeHelp}
          required
          maxLength={200}
          value={input.place}
          onChange={({ currentTarget }) => {
            set({ place: currentTarget.value });
          }}
          error={faults['place']}
        />
        <TextInput
          label={words.city}
          name="city"
          description={words.cityHelp}
          maxLength={120}
          value={input.city}
          onChange={({ currentTarget }) => {
            set({ city: currentTarget.value });
          }}
          error={faults['city']}
        />
        <div className={styles['wide']}>
          <TextInput
            label={words.privatePlace}
            name="privatePlace"
            description={words.privatePlaceHelp}
            maxLength={500}
            value={input.privatePlace ?? ''}
            onChange={({ currentTarget }) => {
              set({ privatePlace: currentTarget.value });
            }}
            error={faults['privatePlace']}
          />
        </div>
      </fieldset>
      <fieldset className={styles['pair']}>
        <legend>{words.what}</legend>
        <div className={styles['wide']}>
          <Textarea
            label={words.description}
            name="description"
            description={words.descriptionHelp}
            maxLength={10_000}
            autosize
            minRows={4}
            value={input.description}
            onChange={({ currentTarget }) => {
              set({ description: currentTarget.value });
            }}
            error={faults['description']}
          />
        </div>
        <div className={styles['wide']}>
          <PanelTopics
            panels={input.panels}
            change={(panels) => {
              set({ panels });
            }}
            faults={faults}
          />
        </div>
        <Input.Wrapper
          label={words.mixer}
          id="mixer"
          labelElement="div"
          className={styles['wide'] ?? ''}
          error={faults['mixer']}
        >
          <SegmentedControl
            aria-label={words.mixer}
            name="mixer"
            data={[
              { value: 'none', label: app.events.mixer.none },
              { value: 'open', label: app.events.mixer.open },
              { value: 'tables', label: app.events.mixer.tables },
            ]}
            value={input.mixer?.format ?? 'none'}
            onChange={(format) => {
              set({ mixer: format === 'open' || format === 'tables' ? { format } : null });
            }}
          />
        </Input.Wrapper>
        <NumberInput
          label={words.capacity}
          name="capacity"
          description={words.capacityHelp}
          min={1}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={input.capacity}
          onChange={(capacity) => {
            set({ capacity: Number(capacity) });
          }}
          error={faults['capacity']}
        />
      </fieldset>
      <RsvpRules input={input} set={set} faults={faults} />
      <QuestionList
        questions={input.questions}
        change={(questions) => {
          set({ questions });
        }}
        faults={faults}
      />
    </div>
  );
}
