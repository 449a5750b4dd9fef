/**
 * What every page needs at once. The start of the application imports only this, so that the other components stay in
 * the code of the rooms that use them: the bundler puts all that `index.ts` names beside whoever imports it first.
 */
export { ToastList } from './feedback/toast-list';
export { type Formats, formatsFor } from './format/formats';
export { uiTexts } from './texts';
