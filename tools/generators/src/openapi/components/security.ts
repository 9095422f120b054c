/** How a caller says who he is. */
export const SECURITY_SCHEMES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  session: { type: 'http', scheme: 'bearer', description: 'Token of `POST /v1/sessions`.' },
  apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'huiyin_<id>_<secret>', description: 'Key of an API client; stored hashed, scoped by role and place.' },
  platformKey: { type: 'http', scheme: 'bearer', description: 'The key of whoever runs the platform; opens operators.' },
  ticket: { type: 'apiKey', in: 'query', name: 'ticket', description: 'One-minute ticket of `POST /v1/events/tickets`, for EventSource.' },
};
