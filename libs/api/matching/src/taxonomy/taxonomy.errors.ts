import { Refusal } from '@htsm/api/core';

/** Why a file cannot be read at all. */
export type FileFault = 'not_csv' | 'not_skos' | 'no_column' | 'doctype' | 'empty';

/** The file is not of the form that was said; `params` tell where. */
export class UnreadableFile extends Refusal {
  constructor(fault: FileFault, params: Readonly<Record<string, string | number>> = {}) {
    super(`list_file_${fault}`, 422, { params });
  }
}

/** There is a term with this code already. */
export class TermExists extends Refusal {
  constructor(code: string) {
    super('term_exists', 409, { params: { code } });
  }
}

/** The program itself knows the codes of this list. */
export class ListIsClosed extends Refusal {
  constructor() {
    super('list_is_closed', 409);
  }
}

/** There are terms below it that can still be chosen. */
export class TermHasParts extends Refusal {
  constructor() {
    super('term_has_parts', 409);
  }
}

/** The other term cannot stand in its place: it is the same, or cannot be chosen itself. */
export class NoSuccessor extends Refusal {
  constructor() {
    super('no_successor', 409);
  }
}
