/** One session: its beginning, its statements, and its end, on one thread. */
package io.laguna.redshift.wire.session;
