export * from './taxonomy';
export * from './built-in-taxonomy';
