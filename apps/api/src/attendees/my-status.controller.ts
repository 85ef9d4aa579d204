import { Controller, Get, Param } from '@nestjs/common';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { MyStatusView } from './my-status.dto.ts';
import { MyStatusService } from './my-status.service.ts';

@Controller('api/v1/events/:slug/my-status')
export class MyStatusController {
  constructor(private readonly standings: MyStatusService) {}

  /** Where the signed-in person stands at an event, with or without an RSVP, and what they can do next. */
  @Get()
  @SignedIn('tells the signed-in person about themself only')
  async get(@Param('slug') slug: string, @Viewing() viewer: Viewer): Promise<MyStatusView> {
    return MyStatusView.of(await this.standings.of(viewer.personId, slug));
  }
}
