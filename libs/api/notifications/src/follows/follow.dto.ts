import { BooleanField } from '@htsm/api/core';

/** Whether somebody follows a challenge. */
export class FollowDto {
  @BooleanField()
  isFollowing!: boolean; // set by the service
}
