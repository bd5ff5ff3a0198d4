/**
 * Redshift's SQL, read for a PostgreSQL: a text in, statements out. Nothing here speaks to a server.
 */
package io.laguna.redshift.sql;
