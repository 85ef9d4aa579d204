import { words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { daysAfter, makePastRoom, pairUp } from '../../../../test/support/past-evenings.ts';

let api: Api;
const sentences = words.insights.mine;

beforeAll(async () => {
  api = await startApi();
});

beforeEach(() => api.setTime(daysAfter(-1)));

afterAll(() => api.stop());

async function pageOf(personId: string): Promise<string> {
  const { text } = await api.http
    .get('/me')
    .set('cookie', await api.cookieOf(personId))
    .expect(200);
  return text.replace(/name="formToken" value="[^"]+"/g, '');
}

describe('what came of it for somebody', () => {
  it('is nothing before their first evening, and not for one they missed', async () => {
    const organization = await makeOrganization(api.database);
    const event = await makeEvent(api.database, organization.id);
    const missed = await makeAttendee(api.database, event, { came: false });
    const coming = await makeAttendee(api.database, event);
    expect(await pageOf(coming.personId)).not.toContain(sentences.title);
    await api.setTime(daysAfter(1));
    expect(await pageOf(missed.personId)).not.toContain(sentences.title);
    // The control.
    expect(await pageOf(coming.personId)).toContain(sentences.evenings(1, '3 hours'));
  });

  it('adds up their own evenings over all organizations, and their own mornings', async () => {
    const person = await makePerson(api.database);
    for (const newPeople of [2, 3]) {
      const { id } = await makeOrganization(api.database);
      const event = await makeEvent(api.database, id);
      const [mine, other] = [
        await makeAttendee(api.database, event, { person }),
        await makeAttendee(api.database, event),
      ];
      for (const one of [mine, other]) {
        await api.database.sql(
          `insert into morning_answers (attendee_id, organization_id, event_id, person_id, talked_to, new_people, answered_at)
           values ($1, $2, $3, $4, 7, $5, app_now())`,
          [one.id, id, event.id, one.personId, newPeople],
        );
      }
    }
    await api.setTime(daysAfter(3));
    const page = await pageOf(person.id);
    expect(page).toContain(sentences.evenings(2, '6 hours'));
    expect(page).toContain(sentences.people(14, 5));
  });

  it('never 13: tells what they marked themselves, and nothing of what the other side marked', async () => {
    const organization = await makeOrganization(api.database);
    const room = await makePastRoom(api.database, organization.id, { guests: 2 });
    await pairUp(api.database, room, () => ({ introduced: true }));
    const [me, other] = room.came;
    await api.setTime(daysAfter(60));
    const mark = (personId: string, outcome: string) =>
      api.database.sql(
        'update introduction_sides set outcome = $2, outcome_at = app_now() where person_id = $1',
        [personId, outcome],
      );
    const before = await pageOf(me!.personId);
    expect(before).toContain(sentences.introduced(1));
    expect(before).toContain(sentences.marked([]));
    await mark(other!.personId, 'met');
    expect(await pageOf(me!.personId)).toBe(before);
    // The control: their own mark does change it.
    await mark(me!.personId, 'talked');
    expect(await pageOf(me!.personId)).toContain(sentences.marked([{ mark: 'talked', count: 1 }]));
  });
});
