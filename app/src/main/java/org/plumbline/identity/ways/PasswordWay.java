package org.plumbline.identity.ways;

import java.time.Instant;
import java.util.UUID;

/**
 * A login with its password and the app whose codes go with it.
 *
 * @param id of the password
 * @param made when the password was set
 * @param codesSince when the app was set up
 */
public record PasswordWay(UUID id, String login, Instant made, Instant codesSince) {}
