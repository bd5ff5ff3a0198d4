/** The two connections of a session as bytes, in clear or by TLS, which one thread waits for at once. */
package io.laguna.redshift.wire.transport;
