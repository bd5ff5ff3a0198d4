/** Statements of Redshift's as values: what PostgreSQL is to run, and what only Redshift knows. */
package io.laguna.redshift.sql.statement;
