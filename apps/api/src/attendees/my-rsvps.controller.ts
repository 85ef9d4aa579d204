import type { Once } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { MyRsvpActsService } from './my-rsvp-acts.service.ts';
import { AnswersInput, GuestsInput, MyRsvpView, MyRsvpsView } from './my-rsvps.dto.ts';
import { MyRsvpsService, type RsvpKey } from './my-rsvps.service.ts';
import { MyProfileInput } from './profile.dto.ts';

/** One's own RSVPs over all organizations. Whose they are comes from the session, never from what was sent. */
@Controller('api/v1/me/rsvps')
export class MyRsvpsController {
  constructor(
    private readonly mine: MyRsvpsService,
    private readonly acts: MyRsvpActsService,
  ) {}

  /** The evenings to come first, the next one at the head, then those that are over; at most 200. */
  @Get()
  @SignedIn('lists the RSVPs of the signed-in person only')
  async list(@Viewing() viewer: Viewer): Promise<MyRsvpsView> {
    return MyRsvpsView.of(await this.mine.listOf(viewer.personId));
  }

  /** How one RSVP stands, what its person can do next, and what can still be changed. */
  @Get(':attendeeId')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async get(@IdParam('attendeeId') attendeeId: string, @Viewing() viewer: Viewer): Promise<MyRsvpView> {
    return MyRsvpView.of(await this.mine.look(await this.keyOf(viewer, attendeeId)));
  }

  /** Takes the seat that is offered. */
  @Post(':attendeeId/claim')
  @HttpCode(200)
  @SignedIn('finds the RSVPs of the signed-in person only')
  async claim(
    @IdParam('attendeeId') attendeeId: string,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyRsvpView> {
    return MyRsvpView.of(await this.acts.claim(await this.keyOf(viewer, attendeeId), once));
  }

  /** Gives up a seat, a place or an offer; what is freed goes to the queue at once. */
  @Post(':attendeeId/cancel')
  @HttpCode(200)
  @SignedIn('finds the RSVPs of the signed-in person only')
  async cancel(
    @IdParam('attendeeId') attendeeId: string,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyRsvpView> {
    return MyRsvpView.of(await this.acts.cancel(await this.keyOf(viewer, attendeeId), once));
  }

  /** Other answers to the event's questions, until its deadline. */
  @Put(':attendeeId/answers')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async answer(
    @IdParam('attendeeId') attendeeId: string,
    @Body() { answers }: AnswersInput,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyRsvpView> {
    return MyRsvpView.of(await this.acts.answer(await this.keyOf(viewer, attendeeId), answers, once));
  }

  /** Brings these guests and nobody else, until the event's deadline; more of them need the seats. */
  @Put(':attendeeId/guests')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async bring(
    @IdParam('attendeeId') attendeeId: string,
    @Body() { guests }: GuestsInput,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyRsvpView> {
    return MyRsvpView.of(await this.acts.bring(await this.keyOf(viewer, attendeeId), guests, once));
  }

  /** What I say of myself at this evening and keep for the next, and whom I know; what is left out is empty. */
  @Put(':attendeeId/profile')
  @SignedIn('finds the RSVPs of the signed-in person only')
  async describe(
    @IdParam('attendeeId') attendeeId: string,
    @Body() input: MyProfileInput,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MyRsvpView> {
    return MyRsvpView.of(await this.acts.describe(await this.keyOf(viewer, attendeeId), input, once));
  }

  private keyOf({ personId }: Viewer, attendeeId: string): Promise<RsvpKey> {
    return this.mine.keyOfPerson(personId, attendeeId);
  }
}
