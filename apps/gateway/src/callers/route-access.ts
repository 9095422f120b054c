import { SetMetadata } from '@nestjs/common';
import { OPEN_ROUTE } from '@huiyin/platform-telemetry';

export const PLATFORM_ROUTE = 'huiyin:platform-route';
export const TICKET_ROUTE = 'huiyin:ticket-route';
export const ADMINISTRATOR_ROUTE = 'huiyin:administrator-route';

/** Asks for no account. */
export const OpenRoute = () => SetMetadata(OPEN_ROUTE, true);
/** Only with the platform's key. */
export const PlatformRoute = () => SetMetadata(PLATFORM_ROUTE, true);
/** Takes a one-minute ticket in the query instead of a bearer token. */
export const TicketRoute = () => SetMetadata(TICKET_ROUTE, true);
/** Only for the operator's administrators. */
export const AdministratorRoute = () => SetMetadata(ADMINISTRATOR_ROUTE, true);
export { OPEN_ROUTE };
