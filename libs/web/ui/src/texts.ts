/** The texts of the components, in the shape that `Language.use` of core takes. */
export const uiTexts = {
  room: 'ui',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
