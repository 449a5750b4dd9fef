import { Param, ParseUUIDPipe } from '@nestjs/common';
import { NotFound } from '../access/access.errors';

/** Injects the id in the path; what is no id is an object that does not exist. */
export const IdParam = (name = 'id'): ParameterDecorator =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => new NotFound() }));
