import { Catch, type ExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';

/**
 * Hands a handler's own error to the transport. Without it Nest's default filter replaces every error by
 * "Internal server error" before a strategy sees it: `microservice.useGlobalFilters(new OriginalErrorFilter())`.
 */
@Catch()
export class OriginalErrorFilter implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
