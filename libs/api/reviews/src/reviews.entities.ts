/** The tables of this room, for the connection's entity list. */
export const reviewsEntities: (abstract new () => object)[] = [];
