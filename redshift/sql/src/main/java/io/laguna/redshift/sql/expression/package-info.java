/** Redshift's functions and casts, as PostgreSQL's expressions and calls of functions in the schema {@code laguna}. */
package io.laguna.redshift.sql.expression;
