/** Amazon Redshift: clusters, each with a PostgreSQL of its own, and what their clients say. */
package io.laguna.emulator.redshift;
