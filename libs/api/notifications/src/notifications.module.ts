import { Module } from '@nestjs/common';
import { BounceFolder } from './bounces/bounce-folder';
import { ChallengeWords } from './digests/challenge-words';
import { DigestRun } from './digests/digest-run';
import { MailRenderer } from './mail/mail-renderer';
import { MailPreviewsController } from './mail/mail-previews.controller';
import { FollowNews } from './follows/follow-news';
import { FollowsController } from './follows/follows.controller';
import { FollowsService } from './follows/follows.service';
import { NoticeRun } from './notices/notice-run';
import { NoticeChoices } from './notices/notice-choices.service';
import { NoticesController } from './notices/notices.controller';
import { Notices } from './notices/notices.service';
import { MailDecisions } from './outbox/mail-decisions.service';
import { OutboxController } from './outbox/outbox.controller';
import { Outbox } from './outbox/outbox.service';
import { StoppedAddressesController } from './outbox/stopped-addresses.controller';
import { StoppedAddresses } from './outbox/stopped-addresses.service';
import { InterestPreviewController } from './preview/interest-preview.controller';
import { InterestPreview } from './preview/interest-preview.service';
import { MailSender } from './sending/mail-sender';
import { AccountSubscriptionController } from './subscriptions/account-subscription.controller';
import { AccountSubscriptionService } from './subscriptions/account-subscription.service';
import { OneClickController } from './subscriptions/one-click.controller';
import { SubscriptionMails } from './subscriptions/subscription-mails';
import { SubscriptionsController } from './subscriptions/subscriptions.controller';
import { SubscriptionsService } from './subscriptions/subscriptions.service';
import { MailTemplatesController } from './templates/mail-templates.controller';
import { MailTemplates } from './templates/mail-templates.service';
import { MailTrials } from './templates/mail-trials.service';
import { MailViews } from './templates/mail-views.service';
import { DeliveryRows } from './webhooks/delivery-rows';
import { HandOutEvents } from './webhooks/hand-out-events';
import { SendMessage } from './webhooks/send-message';
import { TellKeepers } from './webhooks/tell-keepers';
import { WebhookGate } from './webhooks/webhook-gate';
import { WebhookRun } from './webhooks/webhook-run';
import { WebhookSecrets } from './webhooks/webhook-secrets';
import { WebhooksController } from './webhooks/webhooks.controller';
import { WebhooksRepository } from './webhooks/webhooks.repository';
import { Webhooks } from './webhooks/webhooks.service';

/** Mails, digests and the subscriptions to them. */
@Module({
  controllers: [
    SubscriptionsController,
    AccountSubscriptionController,
    OneClickController,
    InterestPreviewController,
    FollowsController,
    NoticesController,
    MailPreviewsController,
    OutboxController,
    StoppedAddressesController,
    MailTemplatesController,
    WebhooksController,
  ],
  providers: [
    BounceFolder,
    MailRenderer,
    MailSender,
    DigestRun,
    ChallengeWords,
    InterestPreview,
    FollowsService,
    FollowNews,
    Notices,
    NoticeChoices,
    NoticeRun,
    SubscriptionsService,
    SubscriptionMails,
    AccountSubscriptionService,
    Outbox,
    MailDecisions,
    StoppedAddresses,
    MailTemplates,
    MailTrials,
    MailViews,
    Webhooks,
    WebhooksRepository,
    HandOutEvents,
    DeliveryRows,
    WebhookRun,
    WebhookGate,
    WebhookSecrets,
    SendMessage,
    TellKeepers,
  ],
  exports: [BounceFolder, MailSender, DigestRun, FollowNews, NoticeRun, WebhookRun],
})
export class NotificationsModule {}
