/** Logins, and the settings with which a session begins. */
package io.laguna.redshift.wire.login;
