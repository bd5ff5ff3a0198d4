/** Who is let in, and with what settings a session begins. */
package io.laguna.redshift.wire.login;
