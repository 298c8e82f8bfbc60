package io.kizuna.web;

import io.kizuna.kernel.PersonId;

/**
 * Who makes the request: always from the session, never from the body.
 *
 * @param session names the log-in; challenges are bound to it. It is not the cookie's value.
 */
public record Actor(PersonId id, String session) {}
