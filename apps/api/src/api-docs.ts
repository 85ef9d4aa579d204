import { words } from '#libs/words';
import type { INestApplication } from '@nestjs/common';
import { SwaggerModule } from '@nestjs/swagger';
import { apiDocument } from './api-document.ts';

/**
 * The OpenAPI document at /api/openapi.json and its page at /api/docs. Swagger UI brings its scripts as files, so the
 * page needs no exception from our policy; the document is made at the first request.
 */
export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: words.api.pageTitle,
  });
}
