import { erasePerson, forgetOnceMore, meetFormerSelves, obstaclesAmong } from '#libs/database';
import { everyOrganization, inOrganization, system } from '#libs/domain';
import { post } from '#libs/mail';
import { SuggestionThreads, makeSuggestions } from '#libs/suggestions';
import { newLog } from '../../apps/worker/src/log.ts';
import { deliver, deliveryOf } from '../../apps/worker/src/mail/delivery.ts';
import { claim } from '../../apps/worker/src/mail/queue.ts';
import { Mailbox, type Transport } from '../../apps/worker/src/mail/transport.ts';
import { sweep } from '../../apps/worker/src/sweep.ts';
import { makeAttendee, makeEvent, makeMember, makePerson } from '../support/factories.ts';
import { type Evening, type Guest, deliverDue, nextEvening, startEvening } from '../support/evening.ts';
import { type Leaver, email, marks, name, own, somebodyEverywhere } from '../support/somebody-to-erase.ts';
import { tracesOf, wordColumns } from '../support/traces.ts';

// introductions.md, Must never happen, 2 and 11: mail to somebody who left, or their name left anywhere.

let first: Evening;
let evening: Evening;
let all: Leaver;

beforeAll(async () => {
  first = await startEvening();
});
beforeEach(async () => {
  evening = await nextEvening(first);
  all = await somebodyEverywhere(evening);
});
// The next one has the same address.
afterEach(async () => {
  await erase(all.ana.personId);
  await evening.pass('2026-11-30T12:00');
  await lookAgain();
});
afterAll(() => first.stop());

const erase = (personId: string) =>
  evening.api.db.write(everyOrganization, (tx) => erasePerson(tx, evening.api.config.keys, personId));
const lookAgain = () => evening.api.db.write(everyOrganization, forgetOnceMore);
const sql = <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  evening.api.database.sql<Row & Record<string, unknown>>(text, values);
const traces = (words: readonly string[] = marks) => tracesOf(evening.api.database, words);

/** Every column in which something of a person can stand, and which of hers each held. An erasure empties all of them. */
const holdsPeople = [
  'assignments.why',
  'attendees.answers',
  'attendees.door_note',
  'attendees.guests',
  'attendees.imported',
  'attendees.name',
  'attendees.note',
  'attendees.profile',
  'attendees.typed',
  'circle_members.contact',
  'critiques.answer',
  'critiques.marks',
  'critiques.meaning',
  'critiques.neutral_question',
  'critiques.opinion',
  'door_links.label',
  'files.name',
  'grants.return_to',
  'guest_list_imports.columns',
  'guest_list_rows.cells',
  'guest_list_rows.result',
  'idempotency_keys.result',
  'introduction_sides.contact',
  'introduction_sides.private_reason',
  'introductions.note',
  'introductions.reason_a',
  'introductions.reason_b',
  'introductions.reason_text_a',
  'introductions.reason_text_b',
  'mails.headers',
  'mails.html_part',
  'mails.subject',
  'mails.text_part',
  'mails.to_address',
  'organizations.reply_to',
  'panel_people.appears',
  'panel_people.name',
  'panel_questions.text',
  'panelist_needs.needs',
  'panelist_photos.bytes',
  'panelist_profiles.bio',
  'panelist_profiles.links',
  'panelist_profiles.name',
  'panelist_profiles.pronunciation',
  'people.email',
  'people.name',
  'people.profile',
  'slides.name',
  'submissions.avoid',
  'submissions.co_authors',
  'submissions.link',
  'submissions.notes',
  'submissions.question',
  'submissions.title',
  'submissions.topics',
  'submissions.wants',
  'told_people.typed',
];

/** Codes, ids, hashes, numbers, zones; and what an organization says of itself and its evenings. */
const holdsNobody = new Set(
  `assignments.source assignments.state attendees.cancel_cause attendees.part attendees.source attendees.status audit.action audit.actor_kind audit.codes budgets.key
   circle_dates.starts_local circle_meetings.starts_local circle_members.consent circle_members.useful circles.name circles.place
   circles.state circles.time_zone consents.answer consents.purpose consents.source consents.wording critique_sessions.blind
   critique_sessions.deadline_local critique_sessions.feedback_to critique_sessions.format critique_sessions.phases
   critique_sessions.rules critique_sessions.state critique_sessions.template critique_sessions.title critique_slots.state
   credit_entries.reason files.peaks files.state files.storage_key files.type submissions.medium submissions.state
   erased_people.email_hash event_messages.before event_messages.called_off event_messages.kind event_messages.name
   event_messages.rule event_messages.segment event_messages.state event_messages.subject event_messages.text
   untold_changes.city untold_changes.place untold_changes.private_place untold_changes.time_zone event_series.extras event_series.first_day event_series.rule
   event_series.slug event_series.template series_dates.day series_dates.given event_slugs.slug events.answers_until_local events.cancel_reason events.city events.closes_local
   events.description events.ends_local events.opens_local events.place events.private_place events.questions
   events.registration events.slug events.starts_local events.state events.suggestions_first events.time_zone events.title
   events.waitlist grants.browser_hash grants.code_hash grants.purpose grants.token_hash guest_list_imports.counts
   guest_list_imports.fault guest_list_imports.file_name guest_list_imports.headers guest_list_imports.state
   guest_list_rows.fault guest_list_rows.outcome calendar_feeds.key_id handles.key_id handles.purpose idempotency_keys.fingerprint
   idempotency_keys.key idempotency_keys.owner installation.mode introduction_log.actor introduction_log.transition
   introduction_sides.consent introduction_sides.features introduction_sides.outcome introduction_sides.step introductions.band
   introductions.close_cause introductions.source introductions.state invitations.state known_pairs.source
   learned_weights.held learned_weights.verdict learned_weights.weights mail_sender.dkim_domain mail_sender.dkim_key mail_sender.dkim_selector mail_sender.envelope_domain
   mail_sender.mail_from mail_sender.smtp_host mail_stops.topic mails.bounce_kind mails.kind mails.message_id
   mails.outcome mails.state mails.step members.role migrations.name mixers.format mixers.state mixer_seats.source mixer_topics.topic
   check_ins.actor_kind check_ins.kind check_ins.outcome contact_swaps.how door_links.key_hash door_links.salt
   offers.state organizations.accent
   organizations.city organizations.language organizations.name organizations.slug organizations.time_zone panels.topic panels.room panels.state
   panel_people.part panel_people.state panel_questions.state panelist_photos.type slides.storage_key slides.type
   people.language sending_pause.reason sessions.token_hash suppressions.email_hash suppressions.reason synonym_forms.form synonyms.words
   told_people.kind training_rows.features training_rows.fold training_rows.key training_rows.source
   worker_heartbeats.pool_id`.split(/\s+/),
);

describe('never 11: after an erasure', () => {
  it('no table holds the name, the address or a typed word, where each held one before', async () => {
    expect(await traces()).toEqual(holdsPeople);
    await erase(all.ana.personId);
    // Ben's question about her is open: the sentence it came with stays until his day 7, and names nobody.
    expect(await traces()).toEqual(['introductions.reason_text_a']);
    expect(await traces(['anaxandra', 'quillmark'])).toEqual([]);
    await evening.pass('2026-10-29T12:01');
    await lookAgain();
    expect(await traces()).toEqual([]);
  });

  it('was looked for in every column there is: a new one has to be thought of here', async () => {
    const columns = await wordColumns(evening.api.database);
    expect(columns.filter((column) => !holdsNobody.has(column))).toEqual(holdsPeople);
  });

  it('a sentence that a host wrote with the name goes at once, open question or not', async () => {
    await sql(`update introductions set reason_text_a = 'Talk to Anaxandra about foley.' where id = $1`, [
      all.openPair,
    ]);
    await erase(all.ana.personId);
    expect(await traces()).toEqual([]);
    expect((await evening.look(all.ben, all.openPair)).status).toBe(200);
  });

  it('what others typed of themselves stays', async () => {
    const of = ({ personId }: Guest) =>
      sql(
        'select p.email, p.name, a.name as given, a.profile from people p join attendees a on a.person_id = p.id where p.id = $1',
        [personId],
      );
    const before = [await of(all.ben), await of(all.cy)];
    await sql('update introduction_sides set contact = $2 where introduction_id = $1 and person_id = $3', [
      all.madePair,
      'cy@reach.example',
      all.cy.personId,
    ]);
    await erase(all.ana.personId);
    expect([await of(all.ben), await of(all.cy)]).toEqual(before);
    expect(await traces(['cy@reach.example'])).toEqual(['introduction_sides.contact']);
    const cells = await sql(
      'select cells from guest_list_rows where organization_id = $1 and line = 4 and cells ->> 0 = $2',
      [evening.organizationId, 'Ben Ode'],
    );
    expect(cells).toHaveLength(1);
  });

  it('ids and counts stay, staff and links are gone, and doing it again is nothing', async () => {
    await erase(all.ana.personId);
    const [row] = await sql(
      `select (select count(*)::int from attendees where person_id = $1 and status = 'confirmed') as attended,
         (select count(*)::int from introductions where $1 in (person_a, person_b)) as introductions,
         (select count(*)::int from consents where person_id = $1 and withdrawn_at is null) as consents,
         (select count(*)::int from members where person_id = $1) + (select count(*)::int from sessions where person_id = $1)
           + (select count(*)::int from handles where person_id = $1) + (select count(*)::int from grants where person_id = $1)
           + (select count(*)::int from well_known where person_id = $1) + (select count(*)::int from board_presence where person_id = $1)
           + (select count(*)::int from told_people where $1 in (person_id, told_person_id)) as others,
         (select array_agg(distinct state) from introductions where $1 in (person_a, person_b)) as states`,
      [all.ana.personId],
    );
    expect(row).toEqual({
      attended: 1,
      introductions: 3,
      consents: 0,
      others: 0,
      states: ['closed quietly', 'dismissed', 'ended for safety'],
    });
    const audit = () =>
      sql(`select id from audit where action = 'person.erased' and subject_id = $1`, [all.ana.personId]);
    expect(await audit()).toHaveLength(1);
    await erase(all.ana.personId);
    expect(await audit()).toHaveLength(1);
  });

  it('a request that was under way and wrote again leaves nothing after ten minutes', async () => {
    await erase(all.ana.personId);
    await sql('update attendees set name = $2 where id = $1', [all.ana.id, name]);
    await sql('update introduction_sides set contact = $2 where introduction_id = $1 and person_id = $3', [
      all.openPair,
      `${own}@late.example`,
      all.ana.personId,
    ]);
    await lookAgain();
    expect(await traces()).toContain('attendees.name');
    await evening.pass('2026-10-22T12:12');
    await sweep({}, { db: evening.api.db } as never);
    expect(await traces()).toEqual(['introductions.reason_text_a']);
  });

  it('keeps everything when it breaks off half way', async () => {
    const broken = evening.api.db.write(everyOrganization, async (tx) => {
      await erasePerson(tx, evening.api.config.keys, all.ana.personId);
      throw new Error('killed');
    });
    await expect(broken).rejects.toThrow('killed');
    expect(await traces()).toEqual(holdsPeople);
  });
});

describe('never 11: after somebody left, of critique sessions', () => {
  const rows = (text: string, ...values: unknown[]) => sql(text, values);
  const parts =
    'meaning, answer, neutral_question as "neutralQuestion", opinion, jsonb_array_length(marks) as marks';

  it('their works, critiques and picks are empty, and still counted', async () => {
    const { work, session, critiqueByHer } = all.critiques;
    await erase(all.ana.personId);
    expect(
      await rows('select title, question, link, state, co_authors from submissions where id = $1', work),
    ).toEqual([
      {
        title: 'A work of somebody who left',
        question: '…',
        link: 'https://left.invalid/',
        state: 'heard',
        co_authors: [],
      },
    ]);
    expect(
      await rows(
        `select ${parts}, words, thanked_at is not null as thanked from critiques where id = $1`,
        critiqueByHer,
      ),
    ).toEqual([
      { meaning: '', answer: '', neutralQuestion: '', opinion: '', marks: 0, words: 30, thanked: true },
    ]);
    expect(await rows('select 1 from connect_picks where critique_session_id = $1', session)).toEqual([]);
    expect(
      await rows('select amount from credit_entries where person_id = $1', all.ana.personId),
    ).toHaveLength(1);
    const [file] = await rows(
      'select name, delete_at <= app_now() as due from files where person_id = $1',
      all.ana.personId,
    );
    expect(file).toEqual({ name: '', due: true });
  });

  it('what others wrote to others stays but for what names them, and nobody is bound to them', async () => {
    const { critiqueOfCy, critiqueOfHers } = all.critiques;
    await erase(all.ana.personId);
    expect(await rows(`select ${parts} from critiques where id = $1`, critiqueOfCy)).toEqual([
      { meaning: '', answer: 'The room stays.', neutralQuestion: '', opinion: '', marks: 0 },
    ]);
    // To them, a part of the name is enough.
    expect(await rows(`select ${parts} from critiques where id = $1`, critiqueOfHers)).toMatchObject([
      { meaning: '', answer: 'The start stays too.' },
    ]);
    expect(
      await rows(
        'select co_authors from submissions where person_id = $1 and state = $2',
        all.cy.personId,
        'heard',
      ),
    ).toEqual([{ co_authors: [all.dee.email] }]);
  });

  it('a first name that is a word as well takes nothing from another author', async () => {
    await sql('update critiques set meaning = $2 where id = $1', [
      all.critiques.critiqueOfCy,
      'Quillmark pens scratch.',
    ]);
    await erase(all.ana.personId);
    expect(await rows('select meaning from critiques where id = $1', all.critiques.critiqueOfCy)).toEqual([
      { meaning: 'Quillmark pens scratch.' },
    ]);
    await sql(`update critiques set meaning = '' where id = $1`, [all.critiques.critiqueOfCy]);
  });

  it('their work waits for no slot and they are awaited at none', async () => {
    const { planned } = all.critiques;
    const before = await rows('select version from critique_sessions where id = $1', planned);
    await erase(all.ana.personId);
    const mine = [planned, all.ana.personId];
    expect(
      await rows(
        'select state, title from submissions where critique_session_id = $1 and person_id = $2',
        ...mine,
      ),
    ).toEqual([{ state: 'withdrawn', title: '' }]);
    expect(
      await rows('select state from assignments where critique_session_id = $1 and person_id = $2', ...mine),
    ).toEqual([{ state: 'declined' }]);
    expect(await rows('select state from critique_slots where critique_session_id = $1', planned)).toEqual([
      { state: 'skipped' },
    ]);
    expect(await rows('select version from critique_sessions where id = $1', planned)).not.toEqual(before);
  });
});

describe('never 11: after somebody left, of the evening itself', () => {
  it('they are on no panel, at no table and in no contacts, and what they asked says nothing', async () => {
    const { panel, panelPerson, question, questionOfBen, unnamed, mixer } = all.there;
    const versions = () =>
      sql(
        'select p.version as panel, m.version as mixer from panels p, mixers m where p.id = $1 and m.id = $2',
        [panel, mixer],
      );
    const before = await versions();
    await erase(all.ana.personId);
    expect(await sql('select name, state, appears from panel_people where id = $1', [panelPerson])).toEqual([
      { name: 'Somebody who left', state: 'declined', appears: null },
    ]);
    expect(
      await sql('select text, state, named from panel_questions where id = any ($1::uuid[]) order by id', [
        [question, questionOfBen],
      ]),
    ).toEqual([
      { text: '…', state: 'hidden', named: false },
      { text: '…', state: 'open', named: true },
    ]);
    // What nobody knew was hers reads as before, and is nobody's.
    const [anonymous] = await sql(
      'select text, state, person_id as person, attendee_id as attendee from panel_questions where id = $1',
      [unnamed],
    );
    expect(anonymous).toEqual({
      text: 'Which room was the worst?',
      state: 'open',
      person: null,
      attendee: null,
    });
    expect(await sql('select current_question_id as current from panels where id = $1', [panel])).toEqual([
      { current: null },
    ]);
    const seats = await sql(
      'select person_id = $2 as hers, left_at is not null as left from mixer_seats where mixer_id = $1 order by 1 desc',
      [mixer, all.ana.personId],
    );
    expect(seats).toEqual([
      { hers: true, left: true },
      { hers: false, left: false },
    ]);
    expect(
      await sql('select 1 from contact_swaps where $1 in (person_id, other_person_id)', [all.ana.personId]),
    ).toEqual([]);
    const [door] = await sql(
      'select revoked_at is not null as revoked from door_links where created_by = $1',
      [all.ana.personId],
    );
    expect(door).toEqual({ revoked: true });
    const [then, now] = [before[0], (await versions())[0]];
    expect(Number(now?.['panel'])).toBeGreaterThan(Number(then?.['panel']));
    expect(Number(now?.['mixer'])).toBeGreaterThan(Number(then?.['mixer']));
  });
});

describe('never 11: somebody who is called otherwise on a stage', () => {
  it('is named by no question any more either', async () => {
    const { panelPerson, questionOfBen } = all.there;
    await sql(`update panel_people set appears = jsonb_build_object('name', 'Queen Zed') where id = $1`, [
      panelPerson,
    ]);
    await sql(`update panel_questions set text = 'Queen Zed, why foley?', for_id = null where id = $1`, [
      questionOfBen,
    ]);
    expect(await traces(['queen zed'])).toEqual(['panel_people.appears', 'panel_questions.text']);
    await erase(all.ana.personId);
    expect(await traces(['queen zed'])).toEqual([]);
  });
});

describe('never 2: somebody who left', () => {
  const waiting = () =>
    sql(`select kind, state, outcome from mails where person_id = $1 and state <> 'sent' order by id`, [
      all.ana.personId,
    ]);

  it('gets no mail that was queued or on its way, and nobody gets one that names them', async () => {
    const mailOf = (state: string, kind: string, to: Guest, subject: string, other: Guest) =>
      sql(
        `insert into mails (id, organization_id, kind, subject_id, person_id, step, speaks_of, state, due_at, created_at, fence,
           lease_until, message_id, to_address, subject, text_part, html_part, headers)
         values (gen_random_uuid(), $1, $2, $3, $4, 'x', $5::uuid[], $6::text, app_now(), app_now(), 1,
           case when $6::text = 'sending' then now() + interval '1 minute' end, '<m@x>', $7, $8, $8, $8, '{}')`,
        [
          evening.organizationId,
          kind,
          subject,
          to.personId,
          [subject, other.personId],
          state,
          to.email,
          `Of ${name}`,
        ],
      );
    await sql(`delete from mails where kind = 'introduction-nudge'`);
    await mailOf('queued', 'introduction', all.ana, all.madePair, all.cy);
    await mailOf('sending', 'introduction-nudge', all.ana, all.madePair, all.cy);
    await mailOf('sending', 'introduction-nudge', all.cy, all.madePair, all.ana);
    await erase(all.ana.personId);
    expect(await waiting()).toEqual([
      expect.objectContaining({ state: 'suppressed', outcome: 'erased' }),
      expect.objectContaining({ state: 'suppressed', outcome: 'erased' }),
    ]);
    const before = (await evening.sent()).length;
    await deliverDue(evening.api);
    expect((await evening.sent()).length).toBe(before);
    const [toCy] = await sql(
      `select state, outcome, text_part as text from mails where person_id = $1 and kind = 'introduction-nudge'`,
      [all.cy.personId],
    );
    expect(toCy).toEqual({ state: 'suppressed', outcome: 'no-longer-true', text: null });
  });
});

describe('never 11: somebody who leaves at the very moment', () => {
  it('when a mail that names them is with the mail server does not reach it', async () => {
    const { api, organizationId } = evening;
    await sql(
      `update mails set state = 'queued', final_at = null, due_at = app_now(), message_id = null where organization_id = $1
       and kind = 'introduction' and person_id = $2`,
      [organizationId, all.cy.personId],
    );
    const reached: string[] = [];
    const leaving = (erasing: boolean): Transport => ({
      send: async (letter, handed) => {
        // It is rendered, the server has all but its last bytes.
        expect(letter.text).toContain(name);
        if (erasing) await erase(all.ana.personId);
        const answer = await new Mailbox().send(letter, handed);
        if (answer.kind === 'accepted') reached.push(letter.to);
        return answer;
      },
      abort: () => undefined,
      close: () => undefined,
    });
    const { keys, publicUrl } = api.config;
    const delivery = deliveryOf({
      db: api.db,
      sender: { keys, publicUrl, mailFrom: 'hello@acquaint.test', bounceAddress: null },
      log: newLog('test'),
      leaseSeconds: 60,
      stopping: new AbortController().signal,
    });
    const deliverOne = async (erasing: boolean) => {
      const mail = await api.db.write(everyOrganization, (tx) => claim(tx, 60));
      if (mail !== undefined) await deliver(delivery, mail, leaving(erasing));
    };
    await deliverOne(true);
    expect(reached).toEqual([]);
    await deliverDue(api);
    const [row] = await sql(
      `select state, text_part as text from mails where organization_id = $1 and kind = 'introduction' and person_id = $2`,
      [organizationId, all.cy.personId],
    );
    expect(row).toEqual({ state: 'suppressed', text: null });
  });

  it('when pairs are looked for is in none of them', async () => {
    const { api, organizationId, eventId } = evening;
    await sql('delete from introduction_sides where introduction_id = $1', [all.suggestedPair]);
    await sql('delete from introduction_log where introduction_id = $1', [all.suggestedPair]);
    await sql('delete from introductions where id = $1', [all.suggestedPair]);
    const scope = inOrganization(organizationId, system);
    const search = (leaves: boolean) => {
      const db = Object.create(api.db) as typeof api.db;
      let isFirst = leaves;
      // The plan is made with her in it; she leaves before it is kept.
      db.write = async (as, work) => {
        if (isFirst) await erase(all.ana.personId);
        isFirst = false;
        return api.db.write(as, work);
      };
      const waiting = { signal: new AbortController().signal, tell: () => undefined };
      const decider = { organizationId, actor: system, scope };
      const threads = new SuggestionThreads();
      return makeSuggestions({ db, threads, decider, eventId, waiting }, { anew: true }, () =>
        Promise.resolve({}),
      );
    };
    const suggested = () =>
      sql(
        `select 1 from introductions where event_id = $1 and state = 'suggested' and $2 in (person_a, person_b)`,
        [eventId, all.ana.personId],
      );
    // Control: she is in one while she is here.
    await search(false);
    expect(await suggested()).toHaveLength(1);
    await sql(
      `update introductions set state = 'dismissed', close_cause = 'replaced', closed_at = app_now() - interval '2 years'
      where event_id = $1 and state = 'suggested'`,
      [eventId],
    );
    await search(true);
    expect(await suggested()).toEqual([]);
    expect(await traces()).toEqual(['introductions.reason_text_a']);
  });

  it('from two browsers is erased once', async () => {
    await Promise.all([erase(all.ana.personId), erase(all.ana.personId), erase(all.ana.personId)]);
    const lines = await sql(`select 1 from audit where action = 'person.erased' and subject_id = $1`, [
      all.ana.personId,
    ]);
    expect(lines).toHaveLength(1);
  });
});

describe('somebody who left', () => {
  it('is brought back by no list: nothing is mailed to the address until it answers itself', async () => {
    const { api, organizationId, eventId } = evening;
    await erase(all.ana.personId);
    const back = await makePerson(api.database, { email, name, confirmed: false });
    const ticket = await makeAttendee(api.database, { id: eventId, organizationId }, { person: back });
    await sql('update attendees set may_write = true where id = $1', [ticket.id]);
    const write = async () => {
      await sql(`delete from mails where kind = 'morning-after' and person_id = $1`, [back.id]);
      await api.db.write(inOrganization(organizationId, system), (tx) =>
        post(tx, [{ organizationId, kind: 'morning-after', subjectId: ticket.id, personId: back.id }]),
      );
      await deliverDue(api);
      const [row] = await sql(
        `select state, outcome from mails where kind = 'morning-after' and person_id = $1`,
        [back.id],
      );
      return row;
    };
    expect(await write()).toEqual({ state: 'suppressed', outcome: 'erased' });
    // Control: once they have come back by their own word, it leaves.
    await sql('update people set confirmed_at = app_now() where id = $1', [back.id]);
    expect(await write()).toMatchObject({ state: 'sent' });
    await erase(back.id);
  });

  it('gives back a seat ahead, and the queue moves up', async () => {
    const next = await makeEvent(evening.api.database, evening.organizationId, {
      startsLocal: '2026-11-19T18:00',
      endsLocal: '2026-11-19T21:00',
      capacity: 1,
    });
    const rsvp = async (personId: string, who: { name: string; email: string }) =>
      evening.api.http
        .post(`/api/v1/events/${next.slug}/rsvps`)
        .set('cookie', await evening.api.cookieOf(personId))
        .send(who)
        .expect(202);
    await rsvp(all.ana.personId, { name, email });
    await rsvp(all.ben.personId, { name: 'Ben Ode', email: all.ben.email });
    const standing = () =>
      sql('select name, status from attendees where event_id = $1 order by id', [next.id]);
    expect((await standing()).map(({ status }) => status)).toEqual(['confirmed', 'waitlisted']);
    await erase(all.ana.personId);
    expect(await standing()).toEqual([
      { name: 'Somebody who left', status: 'cancelled' },
      { name: 'Ben Ode', status: 'confirmed' },
    ]);
  });

  it('cannot leave an organization without an owner, and can once it has another', async () => {
    await sql(`update members set role = 'owner' where person_id = $1`, [all.ana.personId]);
    await expect(erase(all.ana.personId)).rejects.toMatchObject({ code: 'last-owner-leaving' });
    expect(await traces()).toEqual(holdsPeople);
    await makeMember(evening.api.database, evening.organizationId, 'owner');
    await erase(all.ana.personId);
    expect(await traces(['quillmark'])).toEqual([]);
  });

  it('who comes back is neither introduced again nor unblocked, and who unblocks them does', async () => {
    const { api, organizationId } = evening;
    const { ana, ben, cy, dee } = all;
    await sql('insert into blocks values ($1, $2, app_now())', [dee.personId, ana.personId]);
    await erase(ana.personId);
    const back = await makePerson(api.database, { name, email });
    const between = async (other: Guest) =>
      (
        await api.db.read(inOrganization(organizationId, system), (reader) =>
          obstaclesAmong(reader, organizationId, [back.id, other.personId]),
        )
      ).between(back.id, other.personId);
    // Control: without the keyed hash of the address nobody knows.
    expect(await between(cy)).not.toHaveProperty('introduced');
    await api.db.write(everyOrganization, (tx) => meetFormerSelves(tx, api.config.keys, [back]));
    expect(await between(cy)).toMatchObject({ introduced: true });
    expect(await between(dee)).toMatchObject({ blocked: true });
    expect(await between(ben)).toMatchObject({ coolingDown: true });
    await sql('delete from blocks where person_id = $1', [dee.personId]);
    expect(await between(dee)).not.toHaveProperty('blocked');
    await erase(back.id);
  });
});
