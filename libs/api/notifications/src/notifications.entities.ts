/** The tables of this room, for the connection's entity list. */
export const notificationsEntities: (abstract new () => object)[] = [];
