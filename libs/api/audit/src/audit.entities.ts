/** The tables of this room, for the connection's entity list. */
export const auditEntities: (abstract new () => object)[] = [];
