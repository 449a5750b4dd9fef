/** One refused field of a request. */
export interface ProblemError {
  /** Path of the field in the request body, such as `criteria.0.weight`. */
  readonly path: string;
  readonly code: string;
  /** Why it was refused, in the reader's language. */
  readonly detail: string;
}

/** What an `application/problem+json` answer holds. */
export interface ProblemBody {
  readonly status?: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  readonly requestId?: string;
  readonly [extra: string]: unknown;
}

/** A request that did not do what was asked. `title` and `detail` are in the reader's language. */
export class Problem extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Name of the refusal, such as `version_conflict`; `offline` without network, `failed` when the server broke. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** The refused fields; may be empty. */
  readonly errors: readonly ProblemError[];
  /** Number to mention when asking for help; empty when there was no answer. */
  readonly requestId: string;
  /** The whole answer, for extra fields such as `current`. */
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? 'request failed');
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'offline' : 'failed');
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.requestId = body.requestId ?? '';
    this.body = body;
  }

  /** Whether there was no answer at all: no network, or the server cannot be reached. */
  get isOffline(): boolean {
    return this.code === 'offline';
  }
}

/** Reads an answer as a problem body; an empty one when it is something else. */
export function toProblemBody(value: unknown): ProblemBody {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return { ...value };
}
