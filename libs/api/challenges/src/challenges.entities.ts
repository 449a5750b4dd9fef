/** The tables of this room, for the connection's entity list. */
export const challengesEntities: (abstract new () => object)[] = [];
