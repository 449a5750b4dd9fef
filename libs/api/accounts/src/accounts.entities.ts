/** The tables of this room, for the connection's entity list. */
export const accountsEntities: (abstract new () => object)[] = [];
