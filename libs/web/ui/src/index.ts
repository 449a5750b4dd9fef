export { uiTexts } from './texts';
