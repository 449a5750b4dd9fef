export { newKey } from './api/action-keys';
export { ApiClient, apiPath, type Query, type RequestOptions } from './api/api-client';
export { type PageList, readPages } from './api/page-list';
export { Problem, type ProblemBody, type ProblemError } from './api/problem';
export { readScreen, type ScreenRead } from './api/screen-read';
export { INTERNAL_API_ORIGIN, provideServerApi } from './api/server-api';
export { Uploads, type UploadOptions } from './api/uploads';
export {
  Autosave,
  type AutosaveConflict,
  type AutosaveOptions,
  createAutosave,
  type SaveReceipt,
} from './forms/autosave';
export { type Action, createAction } from './forms/action';
export { type Constraint, type Constraints, mayBeEmpty } from './forms/constraints';
export { createForm, type FormOptions, FormState } from './forms/form-state';
export { injectFormats } from './language/inject-formats';
export { Language, type PluralFunction, type RoomTexts, type TextFunction, type TextParams } from './language/language';
export { chooseLanguage, chooseTheme, isLang, type Lang, languages, type Theme } from './language/preferences';
export { coreTexts, injectPlural, injectText, roomRoutes, withTexts } from './language/texts';
export { type ListName, type ListOption, Lists } from './lists/lists';
export { Shell } from './layout/shell';
export { Themes } from './layout/theme';
export { UnreadNotices } from './layout/unread-notices';
export { createMailedLink, injectLinkProof, injectLinkToken, type MailedLink } from './links/mailed-link';
export { injectFeeds, type FeedChoice } from './page/feeds';
export {
  describePage,
  type PageDescription,
  type PageAddress,
  type PageFeed,
  PageMeta,
  PUBLIC_ORIGIN,
} from './page/page-meta';
export { corePages, notFoundRoute, showFailure } from './pages/core-pages';
export { NotFound } from './pages/not-found';
export {
  administratorOnly,
  ownerOnly,
  partyOnly,
  proposerOnly,
  reviewerOnly,
  signedIn,
  taskforceOnly,
  visitorOnly,
} from './session/guards';
export { Session, type SessionAnswer, type SessionOrganisation, type SessionUser } from './session/session';
export { ServerClock } from './time/server-clock';
export { provideWebCore } from './web-core';
