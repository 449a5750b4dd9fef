export * from './taxonomy';
export * from './built-in-taxonomy';
export * from './taxonomy-import';
export * from './glossary-import';
