import { newId } from '#libs/domain';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeMember, makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { refuseUnguardedRoutes } from './access.guard.ts';
import { Public } from './access.ts';

@Controller()
class SilentController {
  @Get('open')
  @Public('said so')
  open(): string {
    return '';
  }

  @Get('forgotten')
  forgotten(): string {
    return '';
  }
}

@Controller()
class OutspokenController {
  @Get('open')
  @Public('said so')
  open(): string {
    return '';
  }
}

describe('a route that says nothing about access', () => {
  const boot = async (controller: Type): Promise<void> => {
    @Module({ imports: [DiscoveryModule], controllers: [controller] })
    class SomeModule {}
    const module = await Test.createTestingModule({ imports: [SomeModule] }).compile();
    refuseUnguardedRoutes(module as never);
  };

  it('keeps the app from starting, and is named', async () => {
    await expect(boot(SilentController)).rejects.toThrow('SilentController.forgotten');
  });

  it('is the only reason: one that speaks does not', async () => {
    await expect(boot(OutspokenController)).resolves.toBeUndefined();
  });
});

describe('who somebody is', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ time: '2026-10-20T15:00:00Z' });
  });
  afterAll(() => api.stop());

  it('is nobody without a session', async () => {
    const { body } = await api.http.get('/api/v1/me').expect(200);
    expect(body).toMatchObject({ person: null, memberships: [], mode: 'test' });
    expect((body as { now: string }).now).toMatch(/^2026-10-20T15:0/);
  });

  it('lists the organizations of one’s own and no others', async () => {
    const [ours, theirs] = [
      await makeOrganization(api.database, { name: 'Ours' }),
      await makeOrganization(api.database, { name: 'Theirs' }),
    ];
    const person = await makePerson(api.database, { name: 'Ada' });
    await makeMember(api.database, ours.id, 'host', person);
    await makeMember(api.database, theirs.id, 'owner');
    const { body } = await api.http.get('/api/v1/me').set('cookie', await api.cookieOf(person.id));
    expect(body).toMatchObject({
      person: { id: person.id, email: person.email, name: 'Ada' },
      memberships: [
        {
          organizationId: ours.id,
          name: 'Ours',
          slug: ours.slug,
          role: 'host',
          timeZone: 'America/Los_Angeles',
          eventIds: null,
        },
      ],
    });
    expect((body as { memberships: unknown[] }).memberships).toHaveLength(1);
  });

  it('is not believed from a cookie that was made up', async () => {
    for (const cookie of [
      'session=',
      `session=${'A'.repeat(43)}`,
      `session=${newId()}`,
      `session=${'x'.repeat(5000)}`,
    ]) {
      await api.http
        .get('/api/v1/me')
        .set('cookie', cookie)
        .expect(200, /"person":null/);
    }
  });
});
