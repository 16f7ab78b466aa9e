/**
 * Sent with every answer, also with errors. The page runs its own files and talks to its own server, nothing else; what comes
 * from documents can not become script, and no other page may frame, read or embed an answer.
 */
export const STRICT_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), serial=()',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** Adds them. What does not say itself how long it keeps is not kept anywhere. */
export const withStrictHeaders = (answer: Response): Response => {
  for (const [name, value] of Object.entries(STRICT_HEADERS)) answer.headers.set(name, value);
  if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store');
  return answer;
};
