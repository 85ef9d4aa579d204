import { DomainError, type ShapeError } from '#libs/domain';
import { words } from '#libs/words';
import { ValidationPipe } from '@nestjs/common';
import { type ValidationError, getMetadataStorage } from 'class-validator';

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

/**
 * What a class asks of its fields is settled by its decorators before the first request. class-validator gathers it anew for
 * every object, from all classes there are: half of what validating a scan took.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  type Rules = ReturnType<typeof gather>;
  const known = new WeakMap<object, Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // Ours have no schemas and no groups.
    if (typeof target !== 'function' || groups !== undefined || always || strictGroups)
      return gather(target, schema, always, strictGroups, groups);
    const rules = known.get(target) ?? gather(target, schema, always, strictGroups);
    known.set(target, rules);
    return rules;
  };
}
rememberRules();

/** What a form brought, as its dto. @throws DomainError wrong-shape with every fault */
export async function shaped<Input>(metatype: new () => Input, input: object): Promise<Input> {
  return (await validation.transform(input, { type: 'body', metatype })) as Input;
}

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
