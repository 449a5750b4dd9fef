import type { FastifyRequest } from 'fastify';
import type { Locale } from '@htsm/domain';
import type { Actor } from './actor';

/** A request after the session hook has looked who makes it and in which language. */
export type AccessRequest = FastifyRequest & { actor?: Actor; locale?: Locale };
