import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type PersonThere,
  makeCritiqueEvening,
  makeHearing,
  makeThere,
} from '../../../../test/support/critique-evening.ts';
import { makeEvent, makeMember } from '../../../../test/support/factories.ts';
import { submit } from '../../../../test/support/rsvp-desk.ts';
import { makeCritique, makeWorkFile, releaseLetters } from '../../../../test/support/letters.ts';
import { earlierHearing } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import type { LetterPageView, LetterView, WorksWithLettersView } from './letters.dto.ts';

let api: Api;
let evening: CritiqueEvening;
/** Ana's work is heard by Ben and Cy, Ben's by Cy and Dee. */
let [ana, ben, cy, dee]: PersonThere[] = [];
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T05:00:00Z' });
});
beforeEach(async () => {
  await api.setTime('2026-10-20T05:00:00Z');
  evening = await makeCritiqueEvening(api, { state: 'running', names: ['Ana', 'Ben', 'Cy', 'Dee'] });
  [ana, ben, cy, dee] = evening.people;
});
afterAll(() => api.stop());

const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
const there = (person: PersonThere | undefined): PersonThere => {
  if (person === undefined) throw new Error('nobody');
  return person;
};
const urlOf = (person: PersonThere | undefined, below: string, session = evening.critiqueSessionId) =>
  `/api/v1/critique/${there(person).token}/sessions/${session}/${below}`;
const pageOf = async (person: PersonThere | undefined, session = evening.critiqueSessionId) =>
  (await api.http.get(urlOf(person, 'letter', session)).expect(200)).body as LetterPageView;
const workOf = (person: PersonThere | undefined) => {
  const work = evening.works.find(({ author }) => author === person);
  if (work === undefined) throw new Error('no work');
  return work;
};
const hearing = (author: PersonThere | undefined, critic: PersonThere | undefined): string => {
  const found = workOf(author).critics.find((one) => one.critic === critic);
  if (found === undefined) throw new Error('not a critic');
  return found.assignmentId;
};

describe('the letter', () => {
  it('holds what each critic wrote, by name, in the order they were drawn, and nothing of other works', async () => {
    await makeCritique(api, hearing(ana, cy), { meaning: 'The end.', answer: 'No.' });
    await makeCritique(api, hearing(ana, ben), {
      meaning: 'The breath.',
      answer: 'Yes, late.',
      neutralQuestion: 'Who sings?',
      opinion: 'Cut the bridge.',
      marks: [{ at: 61_000, text: 'Here.' }],
    });
    await makeCritique(api, hearing(ben, cy), { meaning: 'Of another work.' });
    await releaseLetters(api, evening);
    const { standing, letter, versions } = await pageOf(ana);
    expect([standing, letter?.critiques.map(({ critic }) => critic)]).toEqual(['here', ['Ben', 'Cy']]);
    expect(letter).toMatchObject({
      question: `Where do you stop listening to ${workOf(ana).title}?`,
      facilitatorReads: false,
    });
    expect(letter?.critiques[0]).toEqual({
      id: expect.any(String),
      critic: 'Ben',
      left: false,
      meaning: 'The breath.',
      answer: 'Yes, late.',
      neutralQuestion: 'Who sings?',
      opinion: 'Cut the bridge.',
      marks: [{ at: 61_000, text: 'Here.' }],
      thankedAt: null,
    });
    expect(versions).toHaveLength(1);
    expect(JSON.stringify(letter)).not.toContain('Of another work');
  });

  it('keeps an opinion back that the author did not ask for', async () => {
    await makeCritique(api, hearing(ben, cy), { opinion: 'I would not.' });
    await makeCritique(api, hearing(ben, dee), { meaning: '', opinion: 'Nor I.' });
    await releaseLetters(api, evening);
    const { letter } = await pageOf(ben);
    expect(letter?.critiques).toMatchObject([{ critic: 'Cy', opinion: '' }]);
    // Control: where it was asked for it stands there.
    await sql('update submissions set opinions = true where id = $1', [workOf(ben).id]);
    expect((await pageOf(ben)).letter?.critiques).toMatchObject([
      { opinion: 'I would not.' },
      { opinion: 'Nor I.' },
    ]);
  });

  it('is not there before the release, whatever stands written', async () => {
    await makeCritique(api, hearing(ana, ben));
    await sql(`update submissions set state = 'heard', heard_at = app_now() where id = $1`, [workOf(ana).id]);
    const before = await pageOf(ana);
    expect(before).toMatchObject({ standing: 'waiting', letter: null, versions: [], thanks: [] });
    expect(JSON.stringify(before)).not.toContain('second verse');
    for (const file of ['letter.pdf', 'letter.txt']) await api.http.get(urlOf(ana, file)).expect(404);
    // Control.
    await releaseLetters(api, evening);
    expect((await pageOf(ana)).standing).toBe('here');
  });

  it('is never there for a work that was not heard, though somebody listened ahead and wrote', async () => {
    await makeCritique(api, hearing(ana, ben));
    await releaseLetters(api, evening, { notHeard: [workOf(ana).id] });
    await sql(`update submissions set state = 'waitlisted' where id = $1`, [workOf(ana).id]);
    expect(await pageOf(ana)).toMatchObject({ standing: 'not-heard', letter: null });
    await sql('update submissions set submitted_at = null where id = $1', [workOf(ana).id]);
    expect(await pageOf(ana)).toMatchObject({ standing: 'missed', letter: null });
    await api.http.get(urlOf(ana, 'letter.txt')).expect(404);
  });

  it('is nobody else’s: not a critic’s, another author’s, a guest’s, another evening’s or a stranger’s', async () => {
    await makeCritique(api, hearing(ana, ben), { meaning: 'For Ana alone.' });
    await releaseLetters(api, evening);
    const elsewhere = await makeCritiqueEvening(api, { state: 'ended', released: true });
    for (const other of [ben, cy, dee, evening.guest]) {
      const page = await api.http.get(urlOf(other, 'letter'));
      expect([page.status, page.text.includes('For Ana alone')]).toEqual([200, false]);
      const version = await api.http.get(urlOf(other, `letter/versions/${workOf(ana).id}`));
      expect(version.status).toBe(404);
    }
    expect((await pageOf(evening.guest)).standing).toBe('no-work');
    const [stranger] = elsewhere.people;
    for (const path of ['letter', 'letter.pdf', 'letter.txt', `letter/versions/${workOf(ana).id}`])
      await api.http.get(urlOf(stranger, path)).expect(404);
    const forged = `${there(ana).token.slice(0, -4)}AAAA`;
    await api.http.get(`/api/v1/critique/${forged}/sessions/${evening.critiqueSessionId}/letter`).expect(410);
    // Control: hers is there.
    expect(JSON.stringify(await pageOf(ana))).toContain('For Ana alone');
  });

  it('names no critic while the round is blind, and each once it has ended', async () => {
    await makeCritique(api, hearing(ana, ben));
    await releaseLetters(api, evening);
    await sql(`update critique_sessions set blind = 'round', state = 'running' where id = $1`, [
      evening.critiqueSessionId,
    ]);
    const blind = await api.http.get(urlOf(ana, 'letter')).expect(200);
    expect(blind.body.letter.critiques).toMatchObject([{ critic: null, left: false }]);
    expect(blind.text).not.toContain('Ben');
    expect((await api.http.get(urlOf(ana, 'letter.txt'))).text).toContain('A critic');
    await sql(`update critique_sessions set state = 'ended' where id = $1`, [evening.critiqueSessionId]);
    expect((await pageOf(ana)).letter?.critiques).toMatchObject([{ critic: 'Ben' }]);
  });

  it('says of a critic who has left that they left, and keeps no word of theirs', async () => {
    const id = await makeCritique(api, hearing(ana, ben));
    await releaseLetters(api, evening);
    await sql(`update critiques set meaning = '', answer = '' where id = $1`, [id]);
    await sql(`update people set erased_at = app_now(), name = null where id = $1`, [there(ben).personId]);
    expect((await pageOf(ana)).letter?.critiques).toMatchObject([
      { id, critic: null, left: true, meaning: '' },
    ]);
    expect((await api.http.get(urlOf(ana, 'letter.txt'))).text).toContain('Somebody who left');
    await api.http.post(urlOf(ana, `critiques/${id}/thanks`)).expect(404);
  });

  it('leaves out who declined or wrote nothing', async () => {
    await makeCritique(api, hearing(ana, ben), { meaning: '' });
    await makeCritique(api, hearing(ana, cy));
    await sql(`update assignments set state = 'declined' where id = $1`, [hearing(ana, cy)]);
    await releaseLetters(api, evening);
    expect((await pageOf(ana)).letter?.critiques).toEqual([]);
  });

  it('names those whom the file of all that is stored about its author names, and nobody else', async () => {
    await makeCritique(api, hearing(ana, ben), { meaning: '', opinion: 'Cut the bridge.' });
    await sql('update submissions set opinions = false where id = $1', [workOf(ana).id]);
    await makeCritique(api, hearing(ana, cy), { meaning: 'The breath.' });
    await releaseLetters(api, evening);
    const cookie = await api.cookieOf(there(ana).personId);
    const { text } = await submit(api, '/me/privacy', '/me/export', {}, cookie);
    const { critiquesOfYourWorks } = JSON.parse(text) as { critiquesOfYourWorks: { critic: string }[] };
    expect(critiquesOfYourWorks.map(({ critic }) => critic)).toEqual(['Cy']);
    expect((await pageOf(ana)).letter?.critiques.map(({ critic }) => critic)).toEqual(['Cy']);
  });
});

describe('thanks', () => {
  it('reach the critic, once, and stand in no activity', async () => {
    const id = await makeCritique(api, hearing(ana, ben));
    await releaseLetters(api, evening);
    await api.http.post(urlOf(ana, `critiques/${id}/thanks`)).expect(204);
    const [first] = await sql('select thanked_at from critiques where id = $1', [id]);
    await api.setTime('2026-10-20T06:00:00Z');
    await api.http.post(urlOf(ana, `critiques/${id}/thanks`)).expect(204);
    expect(await sql('select thanked_at from critiques where id = $1', [id])).toEqual([first]);
    expect((await pageOf(ben)).thanks).toEqual([
      {
        assignmentId: hearing(ana, ben),
        title: workOf(ana).title,
        author: 'Ana',
        at: expect.stringContaining('2026-10-20T05:00'),
      },
    ]);
    expect((await pageOf(cy)).thanks).toEqual([]);
    const lines = await sql(
      `select organization_id from audit where action = 'critique.thanked' and subject_id = $1`,
      [id],
    );
    expect(lines).toEqual([{ organization_id: null }]);
  });

  it('are the author’s own to give, for their own work, once they can read it', async () => {
    const id = await makeCritique(api, hearing(ana, ben));
    await api.http.post(urlOf(ana, `critiques/${id}/thanks`)).expect(404);
    await releaseLetters(api, evening);
    for (const other of [ben, cy, evening.guest])
      await api.http.post(urlOf(other, `critiques/${id}/thanks`)).expect(404);
    expect(await sql('select thanked_at from critiques where id = $1', [id])).toEqual([{ thanked_at: null }]);
  });
});

describe('the letter as a file', () => {
  it('is an attachment that nothing keeps and that names no work', async () => {
    await makeCritique(api, hearing(ana, ben));
    await releaseLetters(api, evening);
    for (const [path, type] of [
      ['letter.pdf', 'application/pdf'],
      ['letter.txt', 'text/plain; charset=utf-8'],
    ] as const) {
      const { headers } = await api.http.get(urlOf(ana, path)).expect(200);
      expect(headers).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="${path}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    }
  });
});

describe('versions of a work', () => {
  /** A month later Ana brings the next version to another evening of the same organization; Ben hears it again. */
  async function next() {
    const { organization } = evening;
    await api.setTime('2026-11-20T05:00:00Z');
    const event = await makeEvent(api.database, organization.id, { title: 'Songs again' });
    const [session, work] = [newId(), newId()];
    const again = await makeThere(api, event, 'Ana', { id: there(ana).personId });
    const critic = await makeThere(api, event, 'Ben', { id: there(ben).personId });
    await sql(
      `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, state, created_at)
       values ($1, $2, $3, 'live', 2, 'running', app_now())`,
      [session, organization.id, event.id],
    );
    await sql(
      `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
         question, previous_id, submitted_at, created_at)
       values ($1, $2, $3, $4, $5, $6, 'accepted', 'Second version', 'link', 'https://music.example', 'Better?', $7, app_now(), app_now())`,
      [work, organization.id, event.id, session, again.attendeeId, again.personId, workOf(ana).id],
    );
    const where = { organization, event, critiqueSessionId: session };
    await makeHearing(api, where, work, critic);
    return { session, work, again, critic, release: () => releaseLetters(api, where) };
  }

  it('are linked both ways once heard, and each letter is its author’s to read from either', async () => {
    await makeCritique(api, hearing(ana, ben), { meaning: 'Of the first version.' });
    await releaseLetters(api, evening);
    const { session, work, again, critic, release } = await next();
    const first = {
      submissionId: workOf(ana).id,
      title: workOf(ana).title,
      heardAt: '2026-10-20T05:00:00.000Z',
    };
    expect((await pageOf(ana)).versions).toMatchObject([first, { submissionId: work, heardAt: null }]);
    await api.http.get(urlOf(ana, `letter/versions/${work}`)).expect(404);
    await release();
    expect((await pageOf(again, session)).versions).toMatchObject([
      first,
      { submissionId: work, event: 'Songs again', heardAt: '2026-11-20T05:00:00.000Z' },
    ]);
    const old = await api.http.get(urlOf(again, `letter/versions/${workOf(ana).id}`, session)).expect(200);
    expect((old.body as LetterView).critiques).toMatchObject([{ meaning: 'Of the first version.' }]);
    await api.http.get(urlOf(ana, `letter/versions/${work}`)).expect(200);
    for (const id of [workOf(ana).id, work]) {
      await api.http.get(urlOf(critic, `letter/versions/${id}`, session)).expect(404);
      await api.http.get(urlOf(again, `letter/versions/${workOf(ben).id}`, session)).expect(404);
    }
  });

  it('tell a critic which they heard before, and when; not who did not hear it', async () => {
    await releaseLetters(api, evening);
    const { work, critic } = await next();
    const heard = (personId: string) =>
      api.db.read(inOrganization(evening.organization.id, system), (reader) =>
        earlierHearing(reader, [work, workOf(ben).id], personId),
      );
    const before = {
      submissionId: work,
      title: workOf(ana).title,
      heardAt: new Date('2026-10-20T05:00:00Z'),
    };
    expect(await heard(critic.personId)).toEqual([before]);
    expect(await heard(there(dee).personId)).toEqual([]);
    await sql(`update assignments set state = 'missed' where id = $1`, [hearing(ana, ben)]);
    expect(await heard(critic.personId)).toEqual([]);
  });
});

describe('the own file', () => {
  it('stays for 30 days after the session unless its author keeps it', async () => {
    const fileId = await makeWorkFile(api, workOf(ana).id);
    await releaseLetters(api, evening);
    await sql(`update files set delete_at = '2026-11-19T05:00Z' where id = $1`, [fileId]);
    expect((await pageOf(ana)).file).toEqual({
      name: 'mix 3.wav',
      state: 'ready',
      kept: false,
      deleteAt: '2026-11-19T05:00:00.000Z',
    });
    await api.http.post(urlOf(ana, 'work/keep-file')).send({ keep: true }).expect(204);
    expect((await pageOf(ana)).file).toMatchObject({ kept: true, deleteAt: null });
    expect(await sql('select delete_at from files where id = $1', [fileId])).toEqual([{ delete_at: null }]);
    await api.http.post(urlOf(ana, 'work/keep-file')).send({ keep: false }).expect(204);
    expect((await pageOf(ana)).file).toMatchObject({ kept: false, deleteAt: '2026-11-19T05:00:00.000Z' });
    // Let go long after its day, it goes at once.
    await api.setTime('2027-01-01T05:00:00Z');
    await api.http.post(urlOf(ana, 'work/keep-file')).send({ keep: true }).expect(204);
    await api.http.post(urlOf(ana, 'work/keep-file')).send({ keep: false }).expect(204);
    expect((await pageOf(ana)).file).toMatchObject({ deleteAt: expect.stringContaining('2027-01-01T05:00') });
  });

  it('is its author’s alone to keep, and cannot be kept once it is gone', async () => {
    const fileId = await makeWorkFile(api, workOf(ana).id);
    await releaseLetters(api, evening);
    await api.http.post(urlOf(ben, 'work/keep-file')).send({ keep: true }).expect(410);
    await api.http.post(urlOf(evening.guest, 'work/keep-file')).send({ keep: true }).expect(404);
    await api.http.post(urlOf(ana, 'work/keep-file')).send({ keep: 'yes' }).expect(422);
    await sql(`update files set state = 'gone' where id = $1`, [fileId]);
    const refused = await api.http.post(urlOf(ana, 'work/keep-file')).send({ keep: true }).expect(410);
    expect(refused.body.code).toBe('critique-file-gone');
    expect((await pageOf(ana)).file).toMatchObject({ state: 'gone' });
  });
});

describe('hosts', () => {
  const url = (below = '', session = evening.critiqueSessionId) =>
    `/api/v1/organizations/${evening.organization.id}/events/${evening.event.id}/critique-sessions/${session}/letters${below}`;
  const asStaff = async (
    path: string,
    role: 'owner' | 'host' | 'door' = 'host',
    organizationId = evening.organization.id,
  ) =>
    api.http
      .get(path)
      .set('cookie', await api.cookieOf((await makeMember(api.database, organizationId, role)).personId));

  it('read the letters where the session says so, after the release', async () => {
    await makeCritique(api, hearing(ana, ben), { meaning: 'The breath.' });
    await sql(`update critique_sessions set feedback_to = 'facilitator' where id = $1`, [
      evening.critiqueSessionId,
    ]);
    expect((await asStaff(url())).body).toEqual({ released: false, works: [] });
    expect((await asStaff(url(`/${workOf(ana).id}`))).status).toBe(404);
    await releaseLetters(api, evening, { feedbackTo: 'facilitator' });
    const { works } = (await asStaff(url())).body as WorksWithLettersView;
    // No number stands beside a name: nobody compares authors.
    expect(works).toEqual(
      evening.works.map(({ id, title, author }) => ({ submissionId: id, title, author: author.name })),
    );
    const { body, text } = await asStaff(url(`/${workOf(ana).id}`));
    expect((body.letter as LetterView).critiques).toMatchObject([{ critic: 'Ben', meaning: 'The breath.' }]);
    expect(text).toContain('"author":"Ana"');
    expect((await pageOf(ana)).letter?.facilitatorReads).toBe(true);
  });

  it('learn nothing by a thank-you: no answer to them changes by it', async () => {
    const critique = await makeCritique(api, hearing(ana, ben), { meaning: 'The breath.' });
    await makeCritique(api, hearing(ben, cy), { meaning: 'The end.' });
    await releaseLetters(api, evening, { feedbackTo: 'facilitator' });
    const { organization, event, critiqueSessionId } = evening;
    const owner = (await makeMember(api.database, organization.id, 'owner')).personId;
    const cookie = await api.cookieOf(owner);
    const below = `/api/v1/organizations/${organization.id}`;
    const session = `${below}/events/${event.id}/critique-sessions/${critiqueSessionId}`;
    const board = `${below}/events/${event.id}/introductions`;
    await api.http.post(`${board}/suggest`).set('cookie', cookie).send({});
    const paths = [
      session,
      `${session}/live`,
      `${session}/plan`,
      url(),
      url(`/${workOf(ana).id}`),
      board,
      `${below}/credits`,
      `${below}/activity`,
      `${below}/events/${event.id}/attendees`,
    ];
    const seen = async () => {
      const answers = await Promise.all(
        paths.map(async (path) => {
          const { status, text } = await api.http
            .get(path)
            .set('cookie', cookie)
            .set('accept', 'application/json');
          return `${path} ${String(status)} ${text}`;
        }),
      );
      return answers.map((text) => text.replaceAll(/"(serverNow|now)":"[^"]*"/g, ''));
    };
    const before = await seen();
    expect(before.filter((text) => text.includes(' 200 ')).length).toBeGreaterThan(5);
    await api.http.post(urlOf(ana, `critiques/${critique}/thanks`)).expect(204);
    expect((await pageOf(ben)).thanks).toHaveLength(1);
    expect(await seen()).toEqual(before);
  });

  it('never do where it goes to the authors alone, not even owners', async () => {
    await makeCritique(api, hearing(ana, ben));
    await releaseLetters(api, evening);
    for (const role of ['owner', 'host'] as const) {
      for (const path of [url(), url(`/${workOf(ana).id}`)]) {
        const refused = await asStaff(path, role);
        expect([refused.status, refused.body.code]).toEqual([403, 'critique-letters-private']);
      }
    }
  });

  it('of another organization, or at the door, do not', async () => {
    await makeCritique(api, hearing(ana, ben));
    await releaseLetters(api, evening, { feedbackTo: 'facilitator' });
    const elsewhere = await makeCritiqueEvening(api, { state: 'ended', released: true });
    expect((await asStaff(url(), 'owner', elsewhere.organization.id)).status).toBe(404);
    expect((await asStaff(url(), 'door')).status).toBe(403);
    await api.http.get(url()).expect(401);
    // A letter is found below its own session only.
    await sql(`update critique_sessions set feedback_to = 'facilitator' where id = $1`, [
      elsewhere.critiqueSessionId,
    ]);
    expect((await asStaff(url(`/${elsewhere.works[0]?.id ?? ''}`))).status).toBe(404);
  });
});
