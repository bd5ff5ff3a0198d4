/**
 * Protocol 3 of PostgreSQL as Redshift's clients speak it: a proxy before the PostgreSQL of a cluster. The proxy lets
 * clients in, gives each statement to a {@link io.laguna.redshift.wire.order.Translation}, and makes answers look like
 * Redshift's.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol.html">Frontend/Backend Protocol</a>
 */
package io.laguna.redshift.wire;
