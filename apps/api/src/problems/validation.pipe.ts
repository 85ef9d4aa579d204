import { DomainError, type ShapeError } from '#libs/domain';
import { words } from '#libs/words';
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

/** In: whitelist, forbid the rest, no implicit conversion (rule 5). Every fault comes back with its pointer at once. */
export const validation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) =>
    new DomainError(
      'wrong-shape',
      errors.flatMap((error) => shapesOf(error, '')),
    ),
});

function shapesOf(error: ValidationError, parent: string): ShapeError[] {
  const pointer = `${parent}/${error.property}`;
  const own = Object.entries(error.constraints ?? {});
  const children = (error.children ?? []).flatMap((child) => shapesOf(child, pointer));
  const [first] = own;
  if (first === undefined) return children;
  const [constraint, sentence] = first;
  const detail = constraint === 'whitelistValidation' ? words.shapes.unknownField : sentence;
  return [{ pointer, detail }, ...children];
}
