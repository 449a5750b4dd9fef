export { NotificationsModule } from './notifications.module';
export { notificationsEntities } from './notifications.entities';
export { notificationsTexts } from './notifications.texts';
export { BounceFolder } from './bounces/bounce-folder';
export { DigestRun } from './digests/digest-run';
export { MailRenderer } from './mail/mail-renderer';
export { MailSender, RelayAway } from './sending/mail-sender';
export { AccountSubscriptionService } from './subscriptions/account-subscription.service';
export { SubscriptionsService } from './subscriptions/subscriptions.service';
