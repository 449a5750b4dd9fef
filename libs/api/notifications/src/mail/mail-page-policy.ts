/** Mails carry their style with them; nothing else may load, and only a frame of ours shows them. */
export const MAIL_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
