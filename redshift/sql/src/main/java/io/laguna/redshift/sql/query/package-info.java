/** Redshift's queries: clauses that PostgreSQL lacks, written with clauses that it has. */
package io.laguna.redshift.sql.query;
