interface LoggedRequest { readonly id?: unknown; readonly method?: string; readonly url?: string }
interface LoggedResponse { readonly statusCode?: number }

/** What of a request is logged: neither headers nor body nor the caller's address. */
export const requestRecord = (request: LoggedRequest) => ({ method: request.method, url: request.url });
export const responseRecord = (response: LoggedResponse) => ({ statusCode: response.statusCode });
