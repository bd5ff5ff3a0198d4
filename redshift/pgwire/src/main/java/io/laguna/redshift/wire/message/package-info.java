/** Messages of protocol 3 as bytes: frames that come in, messages that go out, and what is said otherwise than by PostgreSQL. */
package io.laguna.redshift.wire.message;
