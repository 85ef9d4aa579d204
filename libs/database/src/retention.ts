import type { Tx } from './tx.ts';

/**
 * How long everything is kept that is not kept for good, in the order of its length; the sweeper keeps to it. What is not in
 * here stays until its person leaves (erasure.ts): RSVPs, profiles, introductions with what each side marked, circles,
 * consents, blocks, and the ids of the logs. Numbers of the morning after and training rows name nobody.
 */
export const retention = {
  /** Real time, because it bounds requests: budgets of addresses and networks, and which host looks at which board. */
  budgets: '1 hour',
  boardPresence: '1 hour',
  /** Real time: answers to keyed requests, and questions to sign in after their own end. A session goes at its end. */
  keyedAnswers: '24 hours',
  signInQuestions: '1 day',
  /** From here on product time. What takes back a stop of mail goes at its end, as a session does. A photo that stands in nobody's profile and in no appearance on a panel, after it came. */
  unusedPhotos: '1 day',
  /** A form that nobody confirmed goes with its last link, which works for seven days. */
  unusedLists: '30 days',
  /** After a mail was sent, failed or was held back. */
  mailParts: '30 days',
  /** After the evening: what a panelist needs to take part, and what the door was asked to remember of a guest. */
  needs: '30 days',
  /** After the evening: who asked a question without a name, and who voted for which. */
  askers: '30 days',
  /** After a critique session has ended, unless the author keeps the file; whoever replaces it or takes the work back loses it at once. */
  workFiles: '30 days',
  /** Whom somebody knows, talked to, wished to meet, to keep talking to or to swap contacts with; that two people know each other stays as two ids. */
  toldPeople: '12 months',
  /** After the evening: what panelists would show. */
  slides: '12 months',
  /** Why somebody said no: as long as the two cool down. */
  privateReasons: '12 months',
} as const;

/**
 * Forgets guest lists that were looked at and never imported: they hold everything that stood in the file, telephone
 * numbers and all. 30 days of product time.
 */
export async function forgetUnusedLists(tx: Tx): Promise<void> {
  await tx.query(
    `delete from guest_list_imports where id in (select id from guest_list_imports
       where state in ('reading', 'previewed') and created_at < app_now() - interval '${retention.unusedLists}' limit 10)`,
  );
}

/**
 * Forgets links that confirm an RSVP once they open nothing any more, used or not: seven days of product time after their
 * form was sent. With the last one goes what was typed for a hold that nobody confirmed: name, guests, answers. Whoever
 * stands at the desk this moment is left for the next sweep; a hold is one until the desk has ended it.
 */
export async function forgetUnconfirmed(tx: Tx): Promise<void> {
  await tx.query(
    `with dead as (select g.id, a.id as attendee_id from grants g join attendees a on a.id = g.subject_id
         where g.purpose = 'confirm-rsvp' and g.expires_at <= app_now() and a.status <> 'held'
         limit 1000 for update skip locked),
       gone as (delete from grants where id in (select id from dead))
     update attendees a set typed = null where a.id in (select attendee_id from dead) and a.typed is not null
       and a.status = 'cancelled' and not exists (select from grants g
         where g.subject_id = a.id and g.purpose = 'confirm-rsvp' and g.expires_at > app_now())`,
  );
}

/**
 * Forgets what takes back a stop of mail, at its end: a quarter of an hour after the stop. Other links stay, because mails
 * lead there that are kept.
 */
async function forgetTakenBack(tx: Tx): Promise<void> {
  await tx.query(
    `delete from handles where id in (select id from handles
       where purpose = 'resume' and expires_at <= app_now() limit 1000 for update skip locked)`,
  );
}

/**
 * Forgets what served only for a while, in real time: budgets after their hour (their keys hold networks), which host
 * looked at which board after an hour, sessions at
 * their end, questions to sign in a day after theirs, answers kept for a request that is repeated after 24 hours. In
 * slices, because a sweep is short; the next one goes on.
 */
export async function forgetWhatIsOver(tx: Tx): Promise<void> {
  await tx.query(
    `delete from budgets where key in (select key from budgets
       where spent_at[array_upper(spent_at, 1)] < clock_timestamp() - interval '${retention.budgets}' limit 10000 for update skip locked)`,
  );
  await tx.query(
    `delete from board_presence where seen_at < clock_timestamp() - interval '${retention.boardPresence}'`,
  );
  await tx.query(
    `delete from sessions where id in (select id from sessions where expires_at < clock_timestamp() limit 10000)`,
  );
  await tx.query(
    `delete from grants where id in (select id from grants
       where purpose = 'sign-in' and expires_at < clock_timestamp() - interval '${retention.signInQuestions}' limit 10000)`,
  );
  await forgetTakenBack(tx);
  await tx.query(
    `delete from idempotency_keys where ctid in (select ctid from idempotency_keys
       where created_at < clock_timestamp() - interval '${retention.keyedAnswers}' limit 10000 for update skip locked)`,
  );
}

/** Forgets what somebody told in private of others, in slices: names they typed or ticked, whom they chose, and why they said no. */
export async function forgetPrivateWords(tx: Tx): Promise<void> {
  await tx.query(
    `delete from told_people where id in (select id from told_people
       where created_at < app_now() - interval '${retention.toldPeople}' limit 1000 for update skip locked)`,
  );
  await tx.query(
    `delete from connect_picks where id in (select id from connect_picks
       where created_at < app_now() - interval '${retention.toldPeople}' limit 1000 for update skip locked)`,
  );
  // Contacts that two have swapped stay theirs until one of them leaves.
  await tx.query(
    `delete from contact_swaps where ctid in (select ctid from contact_swaps
       where agreed_at is null and created_at < app_now() - interval '${retention.toldPeople}' limit 1000 for update skip locked)`,
  );
  await tx.query(
    `update introduction_sides set private_reason = null where id in (select id from introduction_sides
       where private_reason is not null and answered_at < app_now() - interval '${retention.privateReasons}'
       limit 1000 for update skip locked)`,
  );
}

/**
 * Forgets slides long after their evening, and photos that nobody shows any more, in slices. The bytes of slides go with the
 * next sweep of files that no row has.
 */
export async function forgetPictures(tx: Tx): Promise<void> {
  await tx.query(
    `delete from slides where id in (select s.id from slides s join events e on e.id = s.event_id
       where e.ends_at < app_now() - interval '${retention.slides}' limit 1000 for update of s skip locked)`,
  );
  await tx.query(
    `delete from panelist_photos where id in (select p.id from panelist_photos p
       where p.created_at < app_now() - interval '${retention.unusedPhotos}'
         and not exists (select from panelist_profiles f where f.photo_id = p.id)
         and not exists (select from panel_people pp where pp.person_id = p.person_id and pp.appears ->> 'photoId' = p.id::text)
       limit 100 for update of p skip locked)`,
  );
}

/** Forgets what people need, in slices, once their evening is over for a while. */
export async function forgetNeeds(tx: Tx): Promise<void> {
  const over = `e.ends_at < app_now() - interval '${retention.needs}'`;
  await tx.query(
    `delete from panelist_needs where panel_person_id in (select n.panel_person_id from panelist_needs n
       join panel_people p on p.id = n.panel_person_id join events e on e.id = p.event_id
       where ${over} limit 1000 for update of n skip locked)`,
  );
  await tx.query(
    `update attendees set door_note = null where id in (select a.id from attendees a join events e on e.id = a.event_id
       where a.door_note is not null and ${over} limit 1000 for update of a skip locked)`,
  );
}

/** Forgets whose a question without a name was, and who voted, in slices: suggestions were made of them an hour after the evening. */
export async function forgetAskers(tx: Tx): Promise<void> {
  const over = `e.ends_at < app_now() - interval '${retention.askers}'`;
  await tx.query(
    `update panel_questions set person_id = null, attendee_id = null where id in (select q.id from panel_questions q
       join events e on e.id = q.event_id
       where q.person_id is not null and not q.named and ${over} limit 1000 for update of q skip locked)`,
  );
  await tx.query(
    `delete from question_votes where (question_id, person_id) in (select v.question_id, v.person_id from question_votes v
       join panel_questions q on q.id = v.question_id join events e on e.id = q.event_id
       where ${over} limit 1000 for update of v skip locked)`,
  );
}
