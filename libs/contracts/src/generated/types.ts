/* Generated from apps/api/openapi.json by `npm run contract`: change the DTO classes instead. */
