import { Module } from '@nestjs/common';
import { BounceFolder } from './bounces/bounce-folder';
import { ChallengeWords } from './digests/challenge-words';
import { DigestRun } from './digests/digest-run';
import { MailRenderer } from './mail/mail-renderer';
import { MailPreviewsController } from './mail/mail-previews.controller';
import { MailSender } from './sending/mail-sender';
import { AccountSubscriptionController } from './subscriptions/account-subscription.controller';
import { AccountSubscriptionService } from './subscriptions/account-subscription.service';
import { OneClickController } from './subscriptions/one-click.controller';
import { SubscriptionMails } from './subscriptions/subscription-mails';
import { SubscriptionsController } from './subscriptions/subscriptions.controller';
import { SubscriptionsService } from './subscriptions/subscriptions.service';
import { MailsInTroubleController } from './trouble/mails-in-trouble.controller';
import { MailsInTroubleService } from './trouble/mails-in-trouble.service';

/** Mails, digests and the subscriptions to them. */
@Module({
  controllers: [
    SubscriptionsController,
    AccountSubscriptionController,
    OneClickController,
    MailPreviewsController,
    MailsInTroubleController,
  ],
  providers: [
    BounceFolder,
    MailRenderer,
    MailSender,
    DigestRun,
    ChallengeWords,
    SubscriptionsService,
    SubscriptionMails,
    AccountSubscriptionService,
    MailsInTroubleService,
  ],
  exports: [BounceFolder, MailSender, DigestRun],
})
export class NotificationsModule {}
