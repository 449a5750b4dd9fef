export { NotificationsModule } from './notifications.module';
export { notificationsEntities } from './notifications.entities';
export { notificationsTexts } from './notifications.texts';
