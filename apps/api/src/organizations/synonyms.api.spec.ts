import { synonymsOf } from '#libs/database';
import { type Role, inOrganization, newId, system } from '#libs/domain';
import { words as catalogue } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

const faults = catalogue.synonyms;

async function guild(role: Role = 'editor') {
  const organization = await makeOrganization(api.database);
  const cookieOf = async (as: Role) =>
    api.cookieOf((await makeMember(api.database, organization.id, as)).personId);
  const cookie = await cookieOf(role);
  const url = `/api/v1/organizations/${organization.id}/synonyms`;
  const add = (words: unknown) => api.http.post(url).set('cookie', cookie).send({ words });
  const change = (id: string, body: object) =>
    api.http.patch(`${url}/${id}`).set('cookie', cookie).send(body);
  const remove = (id: string) => api.http.delete(`${url}/${id}`).set('cookie', cookie);
  const table = async () => (await api.http.get(url).set('cookie', cookie).expect(200)).body;
  const rows = async (): Promise<string[][]> =>
    (await table()).rows.map(({ words }: { words: string[] }) => words);
  return { organization, url, cookieOf, add, change, remove, table, rows };
}

describe('the words of an organization that mean the same', () => {
  it('stand in rows, by their first word, and the next search reads them', async () => {
    const { organization, add, rows } = await guild();
    const made = await add(['  gaffer ', 'chief  lighting technician']).expect(201);
    expect(made.body).toEqual({
      id: made.body.id,
      words: ['gaffer', 'chief lighting technician'],
      version: 1,
    });
    await add(['Éclairagiste', 'lighting designer', 'lighting designers', 'Lighting Designer']).expect(201);
    const kept = [
      ['Éclairagiste', 'lighting designer', 'lighting designers'],
      ['gaffer', 'chief lighting technician'],
    ];
    expect(await rows()).toEqual(kept);
    const read = await api.db.read(inOrganization(organization.id, system), (reader) =>
      synonymsOf(reader, organization.id),
    );
    expect(read).toEqual(kept.toReversed());
  });

  it('stand beside those that are known anyway', async () => {
    const { known } = await (await guild()).table();
    expect(known).toContainEqual({ words: ['songwriting', 'songwriter'] });
  });

  it('change with the version one saw, and not with an older one', async () => {
    const { add, change, rows } = await guild();
    const { id } = (await add(['gaffer', 'chief lighting technician']).expect(201)).body;
    const body = { words: ['gaffer', 'light'], version: 1 };
    expect((await change(id, body).expect(200)).body).toEqual({ id, words: body.words, version: 2 });
    expect((await change(id, body).expect(409)).body.code).toBe('changed-meanwhile');
    await add(['chief lighting technician', 'head of lights']).expect(201);
    expect(await rows()).toEqual([
      ['chief lighting technician', 'head of lights'],
      ['gaffer', 'light'],
    ]);
  });

  it('are free again when their row is removed', async () => {
    const { add, remove, change, rows } = await guild();
    const { id } = (await add(['gaffer', 'chief lighting technician']).expect(201)).body;
    await remove(id).expect(204);
    await remove(id).expect(404);
    await change(id, { words: ['gaffer', 'light'], version: 1 }).expect(404);
    await add(['gaffer', 'sparks']).expect(201);
    expect(await rows()).toEqual([['gaffer', 'sparks']]);
  });

  it('stand in one row only, also in another case, accent or plural, and it says in which', async () => {
    const { add, change, rows } = await guild();
    await add(['gaffer', 'chief lighting technician']).expect(201);
    const { id } = (await add(['grip', 'rigger']).expect(201)).body;
    const taken = { code: 'synonym-taken', errors: [faultAt(1, 'Gáffers')] };
    expect((await add(['sparks', 'Gáffers']).expect(409)).body).toMatchObject(taken);
    const changed = change(id, { words: ['grip', 'Gáffers'], version: 1 });
    expect((await changed.expect(409)).body).toMatchObject(taken);
    expect(await rows()).toEqual([
      ['gaffer', 'chief lighting technician'],
      ['grip', 'rigger'],
    ]);
  });

  it('stand in one row only, also where one is known to mean the other', async () => {
    const { add } = await guild();
    await add(['mixing', 'balance engineering']).expect(201);
    const refused = await add(['tonmeister', 'mix engineer']).expect(409);
    expect(refused.body.errors).toEqual([
      { pointer: '/words/1', detail: faults.taken('mix engineer', 'mixing, balance engineering') },
    ]);
  });

  const faultAt = (at: number, word: string) => ({
    pointer: `/words/${String(at)}`,
    detail: faults.taken(word, 'gaffer, chief lighting technician'),
  });

  it.each([
    ['nothing', undefined, '/words'],
    ['no list', 'gaffer, sparks', '/words'],
    ['what is no text', ['gaffer', 7], '/words'],
    ['an empty word', ['gaffer', ' '], '/words'],
    ['one word', ['gaffer'], '/words'],
    ['one word in two forms', ['gaffer', 'Gaffers'], '/words'],
    ['words that are known to mean the same', ['mixing', 'mix engineer'], '/words'],
    ['thirteen words', Array.from({ length: 13 }, (_, at) => `word ${String(at)}`), '/words'],
    ['a word of 41 characters', ['gaffer', 'x'.repeat(41)], '/words'],
    ['a word that is longer than it looks', ['gaffer', 'x\uFE0F'.repeat(40)], '/words'],
    ['a word with a comma', ['gaffer', 'sparks, lights'], '/words/1'],
    ['a word without letters', ['—', 'gaffer'], '/words/0'],
    ['half a character', ['gaffer', 'x\uD800'], '/words'],
    ['two lines', ['gaffer', 'x\ny'], '/words'],
  ])('refuse %s, at the field', async (_, words, pointer) => {
    const { add, rows } = await guild();
    const { body } = await add(words).expect(422);
    expect(body).toMatchObject({ code: 'wrong-shape', errors: [{ pointer }] });
    expect(await rows()).toEqual([]);
  });

  it('take forty of the longest characters there are', async () => {
    const { add, rows } = await guild();
    const longest = ['ﷺ'.repeat(40), '🎛'.repeat(39) + 'a'];
    await add(longest).expect(201);
    expect(await rows()).toEqual([longest]);
  });

  it('fill 200 rows and no more; one that is removed makes room', async () => {
    const { organization, add, remove } = await guild();
    await api.database.sql(
      `insert into synonyms (id, organization_id, place, words, version, created_at)
       select gen_random_uuid(), $1, place, array['one', 'other'], 1, app_now() from generate_series(1, 199) as place`,
      [organization.id],
    );
    const { id } = (await add(['gaffer', 'sparks']).expect(201)).body;
    expect((await add(['grip', 'rigger']).expect(409)).body.code).toBe('too-many-synonyms');
    await remove(id).expect(204);
    await add(['grip', 'rigger']).expect(201);
  });

  it('are read by a host, changed by owner and editor, and not seen at the door', async () => {
    const { url, cookieOf } = await guild();
    const answers: Record<string, number[]> = {};
    for (const role of ['owner', 'editor', 'host', 'door'] as const) {
      const cookie = await cookieOf(role);
      const read = await api.http.get(url).set('cookie', cookie);
      const added = await api.http
        .post(url)
        .set('cookie', cookie)
        .send({ words: [`${role} one`, `${role} other`] });
      answers[role] = [read.status, added.status];
    }
    expect(answers).toEqual({ owner: [200, 201], editor: [200, 201], host: [200, 403], door: [403, 403] });
  });

  it('are of one organization alone', async () => {
    const [mine, theirs] = [await guild(), await guild()];
    const { id } = (await theirs.add(['gaffer', 'sparks']).expect(201)).body;
    await mine.change(id, { words: ['gaffer', 'light'], version: 1 }).expect(404);
    await mine.remove(id).expect(404);
    expect(await mine.rows()).toEqual([]);
    await mine.add(['gaffer', 'best boy']).expect(201);
    expect(await theirs.rows()).toEqual([['gaffer', 'sparks']]);
  });

  it('leave lines in the activity with ids and counts, and no words', async () => {
    const { organization, add, change, remove } = await guild();
    const { id } = (await add(['gaffer', 'sparks']).expect(201)).body;
    await change(id, { words: ['gaffer', 'sparks', 'light'], version: 1 }).expect(200);
    await remove(id).expect(204);
    const lines = await api.database.sql(
      'select action, subject_id as id, codes from audit where organization_id = $1 order by audit.id',
      [organization.id],
    );
    expect(lines).toEqual([
      { action: 'synonyms.added', id, codes: { words: 2 } },
      { action: 'synonyms.changed', id, codes: { words: 3 } },
      { action: 'synonyms.removed', id, codes: {} },
    ]);
  });
});

describe('two rows with one word, sent at once', () => {
  const both = async () => {
    const { add, rows } = await guild();
    const answers = await Promise.all(
      ['sparks', 'light', 'best boy', 'lamp operator'].map((other) => add(['gaffer', other])),
    );
    return { statuses: answers.map(({ status }) => status).sort(), rows: await rows() };
  };

  it('are one row: the others are told which', async () => {
    const { statuses, rows } = await both();
    expect(statuses).toEqual([201, 409, 409, 409]);
    expect(rows).toHaveLength(1);
  });

  it('would all stand without the key on the folded word (control)', async () => {
    await api.database.sql('alter table synonym_forms drop constraint synonym_forms_one_row');
    try {
      expect((await both()).statuses).toEqual([201, 201, 201, 201]);
    } finally {
      await api.database.sql('delete from synonyms');
      await api.database.sql(
        'alter table synonym_forms add constraint synonym_forms_one_row primary key (organization_id, form)',
      );
    }
  });
});

describe('the table of synonyms itself', () => {
  it.each([
    ['a row of one word', `array['gaffer']`, 1, 'synonyms_words'],
    ['an empty word', `array['gaffer', '']`, 1, 'synonyms_words'],
    ['a word that is none', `array['gaffer', null]`, 1, 'synonyms_words'],
    ['thirteen words', `array_fill('gaffer'::text, array[13])`, 1, 'synonyms_words'],
    ['a table in a row', `array[['gaffer', 'sparks'], ['grip', 'rigger']]`, 1, 'synonyms_words'],
    ['a word of 41 characters', `array['gaffer', repeat('x', 41)]`, 1, 'too long'],
    ['a 201st place', `array['gaffer', 'sparks']`, 201, 'synonyms_place'],
  ])('keeps out %s', async (_, words, place, refusal) => {
    const { organization } = await guild();
    const insert = api.database.sql(
      `insert into synonyms (id, organization_id, place, words, version, created_at)
       values ($1, $2, $3, ${words}, 1, app_now())`,
      [newId(), organization.id, place],
    );
    await expect(insert).rejects.toThrow(refusal);
  });
});
